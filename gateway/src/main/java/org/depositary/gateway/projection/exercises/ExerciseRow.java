package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.Dispute;

/**
 * A row of table {@code exercise}: one version of an exercise.
 *
 * @param parties parties that the sources name as participants
 * @param membersOf organisations whose members took part without being named
 * @param strengthLeast the minimum strength of the whole exercise, or the sum of its participants' minimum strengths
 * @param strengthMost likewise the maximum strength
 */
record ExerciseRow(
        String id,
        Optional<String> name,
        String kind,
        Optional<String> status,
        Optional<String> series,
        List<String> organizations,
        List<String> parties,
        List<String> membersOf,
        DateBound startEarliest,
        DateBound startLatest,
        DateBound endEarliest,
        DateBound endLatest,
        Optional<Long> strengthLeast,
        Optional<Long> strengthMost,
        ObjectNode statement,
        ArrayNode sources,
        Optional<Dispute> dispute,
        boolean stands,
        Optional<ObjectNode> retracted) {}

package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.Dispute;

/**
 * A row of {@code exercise}.
 *
 * @param parties that took part themselves
 * @param membersOf organisations whose members took part, whoever these were
 * @param strengthLeast sum of what the participants had at least
 * @param strengthMost sum of what they had at most
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

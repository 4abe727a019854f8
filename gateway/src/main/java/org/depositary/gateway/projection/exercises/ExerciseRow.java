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
 * @param status the last of {@code statuses}
 * @param statuses the statuses in the order of its life
 * @param statusSince the first day of each status
 * @param startUncertain whether the source doubts the start or gives it only approximately; {@code endUncertain} likewise
 * @param days length in days; empty if the dates are imprecise and no phase has a length
 * @param strengthLeast sum of the participants' minimum strengths
 * @param strengthMost sum of their maximum strengths
 * @param mergedInto the id of the record that represents this one
 * @param statement the statement as all facts about the exercise give it
 */
record ExerciseRow(
        String id,
        Optional<String> name,
        String kind,
        Optional<String> status,
        List<String> statuses,
        List<String> statusSince,
        Optional<String> series,
        List<String> organizations,
        DateBound startEarliest,
        DateBound startLatest,
        DateBound endEarliest,
        DateBound endLatest,
        boolean startUncertain,
        boolean endUncertain,
        Optional<Long> days,
        Optional<Long> strengthLeast,
        Optional<Long> strengthMost,
        Optional<String> mergedInto,
        ObjectNode statement,
        ArrayNode sources,
        Optional<Dispute> dispute,
        boolean stands,
        Optional<ObjectNode> retracted) {}

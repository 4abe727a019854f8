package org.depositary.gateway.projection.exercises;

import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;

/**
 * A row of table {@code participation}: one version of who took part in an exercise, in one role, from one date to
 * another. A party that left and came back has several rows.
 *
 * @param party a party, or the organisation whose members took part
 * @param kind {@code party}, or {@code members-of}
 * @param part the number of the row among those of the party in this role, from 1
 * @param startUncertain whether the source doubts the start or gives it only approximately; {@code endUncertain} likewise
 * @param strengthLeast minimum strength of the party in this role
 * @param strengthMost maximum strength of the party in this role
 */
record ParticipationRow(
        String exercise,
        String party,
        String role,
        String kind,
        String part,
        DateBound startEarliest,
        DateBound startLatest,
        DateBound endEarliest,
        DateBound endLatest,
        boolean startUncertain,
        boolean endUncertain,
        Optional<Long> strengthLeast,
        Optional<Long> strengthMost) {}

package org.depositary.gateway.projection.exercises;

import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;

/**
 * A row of table {@code participation}: one version of who took part in an exercise, in one role.
 *
 * @param party a party, or the organisation whose members took part
 * @param kind {@code party}, or {@code members-of}
 * @param strengthLeast minimum strength of the party in this role
 * @param strengthMost maximum strength of the party in this role
 */
record ParticipationRow(
        String exercise,
        String party,
        String role,
        String kind,
        DateBound startEarliest,
        DateBound startLatest,
        DateBound endEarliest,
        DateBound endLatest,
        Optional<Long> strengthLeast,
        Optional<Long> strengthMost) {}

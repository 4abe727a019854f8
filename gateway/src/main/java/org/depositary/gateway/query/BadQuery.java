package org.depositary.gateway.query;

import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** What is wrong with a query parameter. */
public final class BadQuery {

    private BadQuery() {}

    public static Problem of(String parameter, String detail) {
        return Problem.of(ProblemType.BAD_QUERY, "%s: %s".formatted(parameter, detail));
    }
}

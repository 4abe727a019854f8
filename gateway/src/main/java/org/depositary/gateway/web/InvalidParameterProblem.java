package org.depositary.gateway.web;

import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Creates the problem for an invalid query parameter. */
public final class InvalidParameterProblem {

    private InvalidParameterProblem() {}

    public static Problem of(String parameter, String detail) {
        return Problem.of(ProblemType.BAD_QUERY, "%s: %s".formatted(parameter, detail));
    }
}

package org.depositary.gateway.web.parameters;

import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Creates the problem for an invalid query parameter. */
public final class InvalidParameterProblem {

    /** The maximum number of values of one filter. */
    public static final int MOST_VALUES = 100;

    private InvalidParameterProblem() {}

    public static Problem of(String parameter, String detail) {
        return Problem.of(ProblemType.BAD_QUERY, "%s: %s".formatted(parameter, detail));
    }

    /** The problem for a filter with more than {@value #MOST_VALUES} values. */
    public static Problem tooManyValues(String parameter) {
        return of(parameter, "has more than %d values".formatted(MOST_VALUES));
    }
}

package org.depositary.gateway.web.parameters;

import org.depositary.gateway.search.SearchQuestion;

/** Limits of the values of parameters, the same for every client interface. */
public final class ParameterLimits {

    /** PostgreSQL stores no text with this character, so a search for it can find nothing. */
    public static final char NUL = '\0';

    /** The maximum length of a text to search for, in characters. */
    private static final int LONGEST_SEARCH = SearchQuestion.LONGEST;

    private ParameterLimits() {}

    /** Throws a problem for a text that is too long to search for, for too many values, and for a NUL character. */
    public static void check(String parameter, String value) {
        if (value.indexOf(NUL) >= 0) {
            throw InvalidParameterProblem.of(parameter, "contains the character U+0000");
        }
        if (parameter.equals("q")) {
            if (value.length() > LONGEST_SEARCH) {
                throw InvalidParameterProblem.of(
                        parameter,
                        "has %d characters. At most %d are allowed".formatted(value.length(), LONGEST_SEARCH));
            }
        } else if (value.chars().filter(character -> character == ',').count() >= InvalidParameterProblem.MOST_VALUES) {
            throw InvalidParameterProblem.tooManyValues(parameter);
        }
    }
}

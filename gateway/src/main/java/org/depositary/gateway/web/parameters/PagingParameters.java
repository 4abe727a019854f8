package org.depositary.gateway.web.parameters;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters {@code limit} and {@code after} of every list. */
public record PagingParameters(
        @Parameter(
                description = "The maximum number of items.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
        @RestQuery
        Optional<String> limit,

        @Parameter(description = "The `next` of the previous page. All pages show the state of the first page.")
        @RestQuery
        Optional<String> after) {

    private static final int MOST = 1000;
    private static final int USUAL = 50;

    public int size() {
        return limit.map(PagingParameters::size).orElse(USUAL);
    }

    /** The maximum number of items of a complete list, which has no pages. */
    public long most() {
        return ParameterParser.number("limit", limit)
                .map(PagingParameters::positive)
                .orElse(Long.MAX_VALUE);
    }

    private static long positive(long number) {
        if (number < 1) {
            throw InvalidParameterProblem.of("limit", "'%d' is less than 1".formatted(number));
        }
        return number;
    }

    private static int size(String text) {
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            // The statement after this block throws the error.
        }
        throw InvalidParameterProblem.of("limit", "'%s' is not a number from 1 to %d".formatted(text, MOST));
    }
}

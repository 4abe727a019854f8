package org.depositary.gateway.graph;

import graphql.ExecutionResult;
import java.util.Arrays;
import java.util.Optional;

/**
 * The media type of a response, which decides its status (GraphQL over HTTP): a document that cannot be executed is 400 for
 * clients that ask for the newer type, and 200 for all others.
 */
enum ResponseType {
    GRAPHQL_RESPONSE("application/graphql-response+json", 400),
    JSON("application/json", 200);

    private final String mediaType;
    private final int refused;

    ResponseType(String mediaType, int refused) {
        this.mediaType = mediaType;
        this.refused = refused;
    }

    /** The first acceptable type. Empty if none is. */
    static Optional<ResponseType> of(String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        return Arrays.stream(accept.split(","))
                .map(range -> range.split(";")[0].strip())
                .flatMap(range -> Arrays.stream(values()).filter(type -> type.matches(range)))
                .findFirst();
    }

    private boolean matches(String range) {
        return range.equalsIgnoreCase(mediaType)
                || this == JSON && (range.equals("*/*") || range.equalsIgnoreCase("application/*"));
    }

    String mediaType() {
        return mediaType;
    }

    int status(ExecutionResult result) {
        return result.isDataPresent() ? 200 : refused;
    }
}

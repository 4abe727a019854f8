package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The expected status of each operation of the OpenAPI document for each kind of caller.
 *
 * @param callers the clients, by the kind of their credentials
 * @param closed whether reads need a token
 */
record AuthorizationTable(Map<Credentials, OriginClient> callers, boolean closed) {

    private static final List<String> ROLES = List.of("reader", "contributor", "curator", "admin");

    /** The columns. */
    enum Credentials {
        NONE,
        READER,
        CONTRIBUTOR,
        CURATOR,
        ADMIN,
        OTHER_AUDIENCE,
        EXPIRED,
        /** An administrator's session that sends no CSRF token. */
        SESSION;

        private int rank() {
            return ROLES.indexOf(name().toLowerCase(Locale.ROOT));
        }
    }

    /** Sends the operation with all credentials, and compares each answer. Returns the number of cells. */
    int check(DescribedOperation operation) {
        callers.forEach((credentials, client) -> {
            var answer = operation.sendInvalid(client);
            var cell = "%s, %s, reads %s: %d %s"
                    .formatted(operation, credentials, closed ? "closed" : "open", answer.status(), answer.text());
            expected(operation, credentials)
                    .ifPresentOrElse(status -> assertRefused(cell, answer, status), () -> assertThat(answer.status())
                            .as(cell)
                            .isNotIn(401, 403)
                            .isLessThan(500));
            if (credentials == Credentials.SESSION && answer.status() == 403) {
                assertThat(answer.body().path("type").asText()).as(cell).isEqualTo("/problems/csrf");
            }
        });
        return callers.size();
    }

    private static void assertRefused(String cell, GatewayAnswer answer, int status) {
        assertThat(answer.status()).as(cell).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(cell).startsWith("application/problem+json");
    }

    /** The status of the refusal. Empty if the operation is not refused for its credentials. */
    private Optional<Integer> expected(DescribedOperation operation, Credentials credentials) {
        return Optional.ofNullable(
                switch (credentials) {
                    case OTHER_AUDIENCE, EXPIRED -> 401;
                    case SESSION -> operation.isRead() || operation.isQuery() ? null : 403;
                    case NONE -> operation.role().isPresent() || isClosed(operation) ? 401 : null;
                    case READER, CONTRIBUTOR, CURATOR, ADMIN ->
                        operation
                                .role()
                                .filter(role -> ROLES.indexOf(role) > credentials.rank())
                                .map(tooLow -> 403)
                                .orElse(null);
                });
    }

    private boolean isClosed(DescribedOperation operation) {
        return closed
                && (operation.path().startsWith("/api/") || operation.path().equals("/oembed") || operation.isQuery())
                && !operation.path().equals("/api/session");
    }
}

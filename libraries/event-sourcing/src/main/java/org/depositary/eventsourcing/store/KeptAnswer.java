package org.depositary.eventsourcing.store;

import java.sql.SQLException;

/** An answer as it is kept under its request's Idempotency-Key. */
record KeptAnswer(String subject, String key, String requestHash, int status, String response) {

    /** In the order of the columns of {@code command}. */
    void bind(StatementParameters values) throws SQLException {
        values.text(subject).text(key).text(requestHash).number(status).jsonb(response);
    }
}

package org.depositary.eventsourcing.store;

import java.sql.SQLException;

/** A row of table {@code command}: an answer under its idempotency key. */
record KeptAnswer(String subject, String key, String requestHash, int status, String response) {

    /** Binds the columns of {@code command} in their order. */
    void bind(StatementParameters values) throws SQLException {
        values.text(subject).text(key).text(requestHash).number(status).jsonb(response);
    }
}

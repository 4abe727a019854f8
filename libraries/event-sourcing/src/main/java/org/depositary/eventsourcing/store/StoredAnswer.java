package org.depositary.eventsourcing.store;

import java.sql.SQLException;

/** A row of table {@code command}: the answer that is stored under an idempotency key. */
record StoredAnswer(String subject, String key, String requestHash, int status, String response) {

    /** Sets the columns of {@code command} as parameters, in the order of the columns. */
    void bind(StatementParameters values) throws SQLException {
        values.text(subject).text(key).text(requestHash).number(status).jsonb(response);
    }
}

package org.depositary.gateway.read;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** When the newest change up to a position was recorded. It never falls from one position to the next. */
public final class NewestRecording {

    private static final String NEWEST = "SELECT latest FROM change WHERE seq = :seq";

    private NewestRecording() {}

    /** The instant at the position of the snapshot. Empty if the log is empty there. */
    public static Optional<Instant> of(Snapshot snapshot) throws SQLException {
        long seq = snapshot.position().asOf().position().orElseThrow().seq();
        return snapshot.first(NamedSql.of(NEWEST).with("seq", seq), row -> Instant.parse(row.instant("latest")));
    }
}

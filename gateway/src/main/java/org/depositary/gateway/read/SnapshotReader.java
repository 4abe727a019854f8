package org.depositary.gateway.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.depositary.gateway.database.GatewayDatabase;

/** Runs each read of a client in its own read-only transaction. Independent of HTTP. */
@ApplicationScoped
public class SnapshotReader {

    private final GatewayDatabase database;

    SnapshotReader(GatewayDatabase database) {
        this.database = database;
    }

    /**
     * Runs the question in a new snapshot.
     *
     * @throws org.depositary.eventsourcing.Problem if the cursor is of another register, or not reached yet
     */
    public <T> T read(AsOfPoint asOf, Snapshot.Question<T> question) throws SQLException {
        return database.reading(connection -> question.ask(new Snapshot(connection, asOf)));
    }
}

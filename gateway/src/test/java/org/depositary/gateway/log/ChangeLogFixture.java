package org.depositary.gateway.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.depositary.testing.TestServers;
import org.flywaydb.core.Flyway;

/** A new database with an empty change log and empty read models. Its sessions have PostgreSQL's own planner settings. */
final class ChangeLogFixture implements AutoCloseable {

    private static final int BATCH = 5_000;

    private final TestServers servers = TestServers.running();
    private final String database = servers.freshDatabase("changes");
    private final Connection connection;

    ChangeLogFixture() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(url(), database, password())
                .locations("db/gateway")
                .load()
                .migrate();
        connection = connect();
        try (var sql = ChangeFilter.class.getResourceAsStream("/db/read-models.sql")) {
            execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Appends changes, with what they changed, and projects their keys as the projector does.
     *
     * @param last position of the last change
     * @param columns SQL expressions over the position n for kind, type, recorded_at, organizations and parties
     */
    void append(int first, int last, String columns) throws SQLException {
        execute("""
                INSERT INTO change (kind, type, recorded_at, organizations, parties, seq, epoch, latest, stream_id, version,
                                    event_id, topic_id, part, off, cloudevent)
                SELECT %s, n, 'epoch', now(), 'stream:' || n, 1, gen_random_uuid(), 'topic', 0, n,
                       jsonb_build_object('id', n::text, 'actor', 'a' || n %% 3, 'data', '{}'::jsonb)
                FROM generate_series(%d, %d) n
                """.formatted(columns, first, last));
        execute("INSERT INTO fact_change (seq, change) SELECT n, '{}' FROM generate_series(%d, %d) n"
                .formatted(first, last));
        for (int after = first - 1; after < last; after += BATCH) {
            execute("SELECT add_change_keys(%d, %d)".formatted(after, Math.min(last, after + BATCH)));
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Another session. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), database, password());
    }

    private String url() {
        return servers.postgres().jdbcUrl(database);
    }

    private String password() {
        return servers.postgres().password();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

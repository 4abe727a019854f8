package org.depositary.gateway.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.depositary.gateway.log.ReadModelGeneration;

/** Creates the schema of the current read models if it is missing. The projectors then fill it from the change log. */
final class ReadModelSchema {

    private static final List<String> SCRIPTS = List.of("db/projection.sql", "db/read-models.sql");

    private ReadModelSchema() {}

    static void ensure(Connection connection, List<Projector> projectors) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Takes a lock, because two replicas may start at the same time.
            statement.execute(
                    "SELECT pg_advisory_xact_lock(hashtextextended('%s', 0))".formatted(ReadModelGeneration.SCHEMA));
            if (!exists(connection)) {
                statement.execute("CREATE SCHEMA " + ReadModelGeneration.SCHEMA);
                statement.execute("SET LOCAL search_path = " + ReadModelGeneration.SCHEMA + ", public");
                for (var script : SCRIPTS) {
                    statement.execute(text(script));
                }
            }
        }
        addPositions(connection, projectors);
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT to_regnamespace(?) IS NOT NULL")) {
            select.setString(1, ReadModelGeneration.SCHEMA);
            var row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void addPositions(Connection connection, List<Projector> projectors) throws SQLException {
        var sql = "INSERT INTO position (projector, seq) VALUES (?, 0) ON CONFLICT DO NOTHING";
        try (var insert = connection.prepareStatement(sql)) {
            for (var projector : projectors) {
                insert.setString(1, projector.name());
                insert.executeUpdate();
            }
        }
    }

    private static String text(String resource) {
        try (InputStream in = ReadModelSchema.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

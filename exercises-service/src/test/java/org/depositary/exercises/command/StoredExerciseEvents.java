package org.depositary.exercises.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.depositary.testing.ContractFiles;

/** The events in the database of the service. */
@Singleton
class StoredExerciseEvents {

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    StoredExerciseEvents(DataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    long count() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM event")) {
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** The data of the last event of an exercise. */
    JsonNode last(String exercise) throws SQLException {
        var sql = "SELECT data FROM event WHERE stream_id = ? ORDER BY version DESC LIMIT 1";
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, "exercise:" + exercise);
            var row = select.executeQuery();
            row.next();
            return json(row.getString(1));
        }
    }

    void assertAllKeepTheirContract() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("SELECT type, schema_version, data FROM event")) {
            for (var row = select.executeQuery(); row.next(); ) {
                ContractFiles.assertValid("events/exercise/" + row.getString(1), row.getInt(2), json(row.getString(3)));
            }
        }
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

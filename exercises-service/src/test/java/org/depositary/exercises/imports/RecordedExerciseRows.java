package org.depositary.exercises.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads from the database what an import recorded. */
record RecordedExerciseRows(DataSource dataSource) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the last event of each exercise that the set states, in the order of their keys. */
    List<JsonNode> lastEvents(String set) throws SQLException {
        return texts("""
                SELECT (SELECT data FROM event WHERE stream_id = 'exercise:' || fact ORDER BY version DESC LIMIT 1)
                FROM set_fact WHERE set_id = ? ORDER BY exercise
                """, set).stream().map(RecordedExerciseRows::parse).toList();
    }

    /** Returns the types of all events about the exercises that imports of the set recorded. */
    List<String> eventTypes(String set) throws SQLException {
        return texts("""
                SELECT type FROM event WHERE stream_id IN (
                    SELECT 'exercise:' || fact FROM import_outcome JOIN import ON import.id = import_outcome.import
                    WHERE set_id = ? AND fact IS NOT NULL)
                ORDER BY seq
                """, set);
    }

    private List<String> texts(String sql, String set) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, set);
            var rows = select.executeQuery();
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

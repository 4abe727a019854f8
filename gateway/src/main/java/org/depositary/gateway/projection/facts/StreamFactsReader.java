package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the current facts of streams from table {@code fact}. They are also the state to which the projector applies
 * events.
 */
@ApplicationScoped
class StreamFactsReader {

    private final ObjectMapper mapper;

    StreamFactsReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Map<String, StreamFacts> of(Connection connection, Collection<String> streamIds) throws SQLException {
        var sql = """
                SELECT stream_id, kind, id, statement, sources, dispute, retracted, first_seq FROM fact
                WHERE stream_id = ANY (?) AND seq_to = 9223372036854775807
                ORDER BY first_seq
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", streamIds.toArray()));
            var streams = new HashMap<String, StreamFacts>();
            streamIds.forEach(id -> streams.put(id, new StreamFacts(id)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    streams.get(row.getString("stream_id")).add(fact(row));
                }
            }
            return streams;
        }
    }

    private FactState fact(ResultSet row) throws SQLException {
        return new FactState(
                row.getString("kind"),
                row.getString("id"),
                json(row.getString("statement"), ObjectNode.class),
                json(row.getString("sources"), ArrayNode.class),
                Optional.ofNullable(row.getString("dispute"))
                        .map(claims -> new Dispute(json(claims, ObjectNode.class))),
                Optional.ofNullable(row.getString("retracted")).map(note -> json(note, ObjectNode.class)),
                row.getLong("first_seq"));
    }

    private <T> T json(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("A jsonb column of table fact holds no JSON", notJson);
        }
    }
}

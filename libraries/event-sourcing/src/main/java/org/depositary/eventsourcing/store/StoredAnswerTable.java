package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * Stores answers under idempotency keys, in table {@code command}.
 *
 * <p>The statement that appends the events also inserts the answer; no key is reserved before. If two requests use one
 * key, the slower one violates the primary key, and its append fails too.
 */
final class StoredAnswerTable {

    private record Response(Map<String, String> headers, JsonNode body) {}

    private final Connection connection;
    private final ObjectMapper mapper;

    StoredAnswerTable(Connection connection, ObjectMapper mapper) {
        this.connection = connection;
        this.mapper = mapper;
    }

    /**
     * The answer that is stored under the idempotency key of the request. Empty if the request has no key or its key
     * has no answer.
     *
     * @throws Problem if the key was used for a different request
     */
    Optional<CommandAnswer> find(CommandRequest request) throws SQLException {
        if (request.key().isEmpty()) {
            return Optional.empty();
        }
        var sql = "SELECT request_hash, status, response FROM command WHERE subject = ? AND key = ?";
        try (var select = connection.prepareStatement(sql)) {
            new StatementParameters(select)
                    .text(request.actor())
                    .text(request.key().get());
            var row = select.executeQuery();
            return row.next() ? Optional.of(replay(request, row)) : Optional.empty();
        }
    }

    private CommandAnswer replay(CommandRequest request, ResultSet row) throws SQLException {
        if (!row.getString(1).equals(request.hash())) {
            throw Problem.of(ProblemType.KEY_REUSED, "This key was used for another request");
        }
        var response = read(row.getString(3));
        return new CommandAnswer(row.getInt(2), response.headers(), response.body(), true);
    }

    /** The row that stores this answer. Empty if the request has no key. */
    Optional<StoredAnswer> of(CommandRequest request, CommandAnswer answer) {
        return request.key()
                .map(key -> new StoredAnswer(request.actor(), key, request.hash(), answer.status(), write(answer)));
    }

    /** Stores the answer of a command that appended no events. */
    void keep(StoredAnswer answer) throws SQLException {
        insert(answer, "");
    }

    /** Stores a refusal, unless an answer was stored under the key meanwhile. */
    void keepRefusal(StoredAnswer refusal) throws SQLException {
        insert(refusal, " ON CONFLICT DO NOTHING");
    }

    private void insert(StoredAnswer answer, String otherwise) throws SQLException {
        var sql = "INSERT INTO command (subject, key, request_hash, status, response) VALUES (?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql + otherwise)) {
            answer.bind(new StatementParameters(insert));
            insert.executeUpdate();
        }
    }

    private String write(CommandAnswer answer) {
        try {
            return mapper.writeValueAsString(new Response(answer.headers(), answer.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Response read(String json) {
        try {
            return mapper.readValue(json, Response.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

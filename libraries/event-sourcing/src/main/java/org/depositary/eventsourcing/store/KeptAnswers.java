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
 * Answers under an Idempotency-Key.
 *
 * <p>An answer is written with what it acknowledges, by the same statement, and nothing marks a key before that: of two
 * requests under one key the slower one fails on the key, and its append with it.
 */
final class KeptAnswers {

    private record Response(Map<String, String> headers, JsonNode body) {}

    private final Connection connection;
    private final ObjectMapper mapper;

    KeptAnswers(Connection connection, ObjectMapper mapper) {
        this.connection = connection;
        this.mapper = mapper;
    }

    /**
     * The answer that was given under the request's key, if there was one.
     *
     * @throws Problem when the key was used for another request
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

    /** The answer as it is to be kept; empty for a request without a key. */
    Optional<KeptAnswer> of(CommandRequest request, CommandAnswer answer) {
        return request.key()
                .map(key -> new KeptAnswer(request.actor(), key, request.hash(), answer.status(), write(answer)));
    }

    /** Keeps an answer that acknowledges no events. */
    void keep(KeptAnswer answer) throws SQLException {
        insert(answer, "");
    }

    /** Keeps a refusal, unless an answer has been kept meanwhile. */
    void keepRefusal(KeptAnswer refusal) throws SQLException {
        insert(refusal, " ON CONFLICT DO NOTHING");
    }

    private void insert(KeptAnswer answer, String otherwise) throws SQLException {
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

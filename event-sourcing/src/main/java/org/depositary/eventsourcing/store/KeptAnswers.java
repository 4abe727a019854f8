package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Answers under an Idempotency-Key, in the transaction of the request itself. */
final class KeptAnswers {

    private record Response(java.util.Map<String, String> headers, com.fasterxml.jackson.databind.JsonNode body) {}

    private final Connection connection;
    private final ObjectMapper mapper;

    KeptAnswers(Connection connection, ObjectMapper mapper) {
        this.connection = connection;
        this.mapper = mapper;
    }

    /**
     * Takes the key for this request, or finds the answer that was given under it.
     *
     * @throws Problem when the key was used for another request
     */
    Optional<Answer> claim(Request request) throws SQLException {
        // Inserted first: a second request under the same key waits here until the first has committed or failed.
        return request.key().isEmpty() || insert(request, null) ? Optional.empty() : Optional.of(replay(request));
    }

    private Answer replay(Request request) throws SQLException {
        var sql = "SELECT request_hash, status, response FROM command WHERE subject = ? AND key = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, request.actor());
            select.setString(2, request.key().orElseThrow());
            var row = select.executeQuery();
            row.next();
            if (!row.getString(1).equals(request.hash())) {
                throw Problem.of(ProblemType.KEY_REUSED, "This key was used for another request");
            }
            var response = read(row.getString(3));
            return new Answer(row.getInt(2), response.headers(), response.body(), true);
        }
    }

    /** Keeps the answer with what it acknowledges. */
    void keep(Request request, Answer answer) throws SQLException {
        if (request.key().isEmpty()) {
            return;
        }
        var sql = "UPDATE command SET status = ?, response = ?::jsonb WHERE subject = ? AND key = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setInt(1, answer.status());
            update.setString(2, write(answer));
            update.setString(3, request.actor());
            update.setString(4, request.key().get());
            update.executeUpdate();
        }
    }

    /** Keeps a refusal, after everything else of the request has been rolled back. */
    void keepRefusal(Request request, Answer refusal) throws SQLException {
        insert(request, refusal);
    }

    private boolean insert(Request request, Answer answer) throws SQLException {
        var sql = "INSERT INTO command (subject, key, request_hash, status, response) VALUES (?, ?, ?, ?, ?::jsonb)"
                + " ON CONFLICT DO NOTHING";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, request.actor());
            insert.setString(2, request.key().orElseThrow());
            insert.setString(3, request.hash());
            insert.setObject(4, answer == null ? null : answer.status(), java.sql.Types.SMALLINT);
            insert.setString(5, answer == null ? null : write(answer));
            return insert.executeUpdate() == 1;
        }
    }

    private String write(Answer answer) {
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

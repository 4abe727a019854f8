package org.depositary.membership.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What became of each change and of each row that was no good. */
record Outcomes(Sql sql, ObjectMapper mapper) {

    /** An outcome of an import that is to be undone. */
    record Kept(long id, Outcome outcome) {}

    void add(UUID id, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_outcome (import, line, outcome, reason, organization, party, fact, before, after)
                    SELECT ?, * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                                            ?::text[])
                    """,
                    id,
                    sql.numbers(outcomes, Outcome::line),
                    sql.texts(outcomes, outcome -> Optional.of(outcome.kind().json())),
                    sql.texts(outcomes, Outcome::reason),
                    sql.texts(outcomes, Outcome::organization),
                    sql.texts(outcomes, Outcome::party),
                    sql.texts(outcomes, Outcome::fact),
                    sql.texts(outcomes, outcome -> outcome.before().map(this::json)),
                    sql.texts(outcomes, outcome -> outcome.after().map(this::json)));
        }
    }

    /** What changed something in the organisation, in the order in which it was done. */
    List<Kept> toUndo(UUID id, String organization) {
        return sql.list("""
            SELECT id, line, outcome, reason, organization, party, fact, before, after
            FROM import_outcome
            WHERE import = ? AND organization = ? AND outcome IN ('accepted', 'corrected', 'retracted')
              AND NOT undone
            ORDER BY id
            """, row -> new Kept(row.getLong(1), read(row)), id, organization);
    }

    private Outcome read(ResultSet row) throws SQLException {
        return new Outcome(
                Optional.ofNullable(row.getObject(2, Integer.class)),
                Outcome.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                statement(row.getString(8)),
                statement(row.getString(9)));
    }

    void undone(List<Long> ids) {
        if (!ids.isEmpty()) {
            sql.update("UPDATE import_outcome SET undone = true WHERE id = ANY (?)", sql.longs(ids));
        }
    }

    void notUndone(List<Long> ids, String reason) {
        if (!ids.isEmpty()) {
            sql.update("UPDATE import_outcome SET reason = ? WHERE id = ANY (?)", reason, sql.longs(ids));
        }
    }

    String json(Statement statement) {
        try {
            return mapper.writeValueAsString(statement);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<Statement> statement(String json) {
        try {
            return json == null ? Optional.empty() : Optional.of(mapper.readValue(json, Statement.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.depositary.membership.imports.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.depositary.membership.imports.job.ImportSql;

/** What became of each change and of each row that was no good. */
public record ImportOutcomes(ImportSql sql, ObjectMapper mapper) {

    /** An outcome of an import that is to be undone. */
    public record Kept(long id, ImportOutcome outcome) {}

    public void add(UUID id, List<ImportOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_outcome (import, line, outcome, reason, organization, party, fact, before, after)
                    SELECT ?, * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                                            ?::text[])
                    """,
                    id,
                    sql.numbers(outcomes, ImportOutcome::line),
                    sql.texts(outcomes, outcome -> Optional.of(outcome.kind().json())),
                    sql.texts(outcomes, ImportOutcome::reason),
                    sql.texts(outcomes, ImportOutcome::organization),
                    sql.texts(outcomes, ImportOutcome::party),
                    sql.texts(outcomes, ImportOutcome::fact),
                    sql.texts(outcomes, outcome -> outcome.before().map(this::json)),
                    sql.texts(outcomes, outcome -> outcome.after().map(this::json)));
        }
    }

    /** What changed something in the organisation, in the order in which it was done. */
    public List<Kept> toUndo(UUID id, String organization) {
        return sql.list("""
            SELECT id, line, outcome, reason, organization, party, fact, before, after
            FROM import_outcome
            WHERE import = ? AND organization = ? AND outcome IN ('accepted', 'corrected', 'retracted')
              AND NOT undone
            ORDER BY id
            """, row -> new Kept(row.getLong(1), read(row)), id, organization);
    }

    private ImportOutcome read(ResultSet row) throws SQLException {
        return new ImportOutcome(
                Optional.ofNullable(row.getObject(2, Integer.class)),
                ImportOutcome.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                statement(row.getString(8)),
                statement(row.getString(9)));
    }

    public void undone(List<Long> ids) {
        if (!ids.isEmpty()) {
            sql.update("UPDATE import_outcome SET undone = true WHERE id = ANY (?)", sql.longs(ids));
        }
    }

    public void notUndone(List<Long> ids, String reason) {
        if (!ids.isEmpty()) {
            sql.update("UPDATE import_outcome SET reason = ? WHERE id = ANY (?)", reason, sql.longs(ids));
        }
    }

    public String json(SourcedChange statement) {
        try {
            return mapper.writeValueAsString(statement);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Optional<SourcedChange> statement(String json) {
        try {
            return json == null ? Optional.empty() : Optional.of(mapper.readValue(json, SourcedChange.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

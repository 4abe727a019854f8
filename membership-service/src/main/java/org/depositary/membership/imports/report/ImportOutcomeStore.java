package org.depositary.membership.imports.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.imports.report.StoredOutcomes;

/** Stores the outcomes of an import in the database, for the report and for an undo. */
public record ImportOutcomeStore(ImportSql sql, ObjectMapper mapper) {

    /** @param id the primary key of the outcome in the database */
    public record Stored(long id, ImportOutcome outcome) {}

    public void insert(UUID id, List<ImportOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_outcome (import, line, outcome, reason, unit, party, fact, before, after)
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
                    sql.texts(outcomes, outcome -> outcome.before().map(this::toJson)),
                    sql.texts(outcomes, outcome -> outcome.after().map(this::toJson)));
        }
    }

    /** Returns the outcomes that changed facts of the organisation and are not undone, in the order of recording. */
    public List<Stored> toUndo(UUID id, String organization) {
        return new StoredOutcomes(sql)
                .toUndo(id, organization, ImportReportReader.COLUMNS, row -> new Stored(row.getLong("id"), read(row)));
    }

    private ImportOutcome read(ResultSet row) throws SQLException {
        return new ImportOutcome(
                Optional.ofNullable(row.getObject("line", Integer.class)),
                OutcomeKind.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("unit")),
                Optional.ofNullable(row.getString("party")),
                Optional.ofNullable(row.getString("fact")),
                fromJson(row.getString("before")),
                fromJson(row.getString("after")));
    }

    public void markUndone(List<Long> ids) {
        new StoredOutcomes(sql).markUndone(ids);
    }

    /** Stores the reason why these outcomes could not be undone. */
    public void setReason(List<Long> ids, String reason) {
        new StoredOutcomes(sql).setReason(ids, reason);
    }

    public String toJson(SourcedChange change) {
        try {
            return mapper.writeValueAsString(change);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param json the stored JSON; null gives empty */
    public Optional<SourcedChange> fromJson(String json) {
        try {
            return json == null ? Optional.empty() : Optional.of(mapper.readValue(json, SourcedChange.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

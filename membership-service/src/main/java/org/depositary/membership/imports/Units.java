package org.depositary.membership.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The units of work of an import: an organisation each. */
record Units(Sql sql, ObjectMapper mapper) {

    /**
     * A unit of work.
     *
     * @param name what the organisation is called in the file
     * @param lastYear the last one that the file has for it, of a file of state-years
     */
    record Unit(String organization, Optional<String> name, Optional<Integer> lastYear) {}

    /** A unit that nobody works on; it is ours until the transaction ends. */
    Optional<Unit> claim(Import asked) {
        // Whoever wakes up late must not take a unit of the undo for one of the import. The import's row is locked too:
        // else what is looked at again, once the unit's lock is there, would be the unit only.
        return sql.first("""
            SELECT u.organization, u.name, u.last_year
            FROM import_unit u JOIN import i ON i.id = u.import
            WHERE u.import = ? AND NOT u.done AND i.status = ? AND i.planned
            ORDER BY u.organization
            LIMIT 1
            FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
            """, Units::read, asked.id(), asked.status().stored());
    }

    private static Unit read(ResultSet row) throws SQLException {
        return new Unit(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getObject(3, Integer.class)));
    }

    /** Takes the unit's rows away: whoever commits this has decided them. In the order of the file. */
    List<StagedRow> takeRows(UUID id, Unit unit) {
        return sql.list(
                """
                WITH taken AS (
                    DELETE FROM import_rows WHERE import = ? AND organization = ?
                    RETURNING lines, parties, years, bodies)
                SELECT line, party, year, body
                FROM taken, unnest(lines, parties, years, bodies) AS r (line, party, year, body)
                ORDER BY line
                """,
                row -> new StagedRow(
                        row.getInt(1),
                        unit.organization(),
                        unit.name(),
                        row.getString(2),
                        Optional.ofNullable(row.getObject(3, Integer.class)),
                        row.getString(4)),
                id,
                unit.organization());
    }

    Statement statement(StagedRow row) {
        return read(row, Statement.class);
    }

    YearBody year(StagedRow row) {
        return read(row, YearBody.class);
    }

    private <T> T read(StagedRow row, Class<T> type) {
        try {
            return mapper.readValue(row.body(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot read what was staged", impossible);
        }
    }

    /** The unit has these outcomes. Of rejections the lines count, of all others the changes. */
    void done(UUID id, String organization, List<Outcome> outcomes) {
        Map<Outcome.Kind, Integer> counts = new HashMap<>();
        outcomes.stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.REJECTED)
                .forEach(outcome -> counts.merge(outcome.kind(), 1, Integer::sum));
        var rejected = outcomes.stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.REJECTED)
                .map(outcome -> outcome.line().orElseThrow())
                .distinct()
                .count();
        sql.update(
                """
                UPDATE import_unit
                SET done = true, accepted = ?, known = ?, corrected = ?, retracted = ?, kept = ?, rejected = ?
                WHERE import = ? AND organization = ?
                """,
                counts.getOrDefault(Outcome.Kind.ACCEPTED, 0),
                counts.getOrDefault(Outcome.Kind.KNOWN, 0),
                counts.getOrDefault(Outcome.Kind.CORRECTED, 0),
                counts.getOrDefault(Outcome.Kind.RETRACTED, 0),
                counts.getOrDefault(Outcome.Kind.KEPT, 0),
                (int) rejected,
                id,
                organization);
    }

    /** The unit is done, and its counts are those of before. */
    void undone(UUID id, String organization) {
        sql.update("UPDATE import_unit SET done = true WHERE import = ? AND organization = ?", id, organization);
    }
}

package org.depositary.membership.imports.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.depositary.membership.imports.file.LineNumbers;
import org.depositary.membership.imports.report.ImportOutcome;

/** The units of work of an import: an organisation each. */
public record ImportUnits(ImportSql sql) {

    /**
     * A unit of work.
     *
     * @param name what the organisation is called in the file
     * @param lastYear the last one that the file has for it, of a file of state-years
     * @param unreadable rejected rows of the file that may be about any organisation
     */
    public record Unit(String organization, Optional<String> name, Optional<Integer> lastYear, LineNumbers unreadable) {}

    /** A unit that nobody works on; it is ours until the transaction ends. */
    public Optional<Unit> claim(ImportJob asked) {
        return claim(asked, "NOT u.done");
    }

    /** A unit of which it is to be counted what the import would take back; it is ours until the transaction ends. */
    public Optional<Unit> claimToCount(ImportJob asked) {
        return claim(asked, "NOT u.counted");
    }

    private Optional<Unit> claim(ImportJob asked, String toDo) {
        // Whoever wakes up late must not take a unit of the undo for one of the import. The import's row is locked too:
        // else what is looked at again, once the unit's lock is there, would be the unit only.
        return sql.first(
                """
            SELECT u.organization, u.name, u.last_year, i.unreadable, i.unreadable_lines
            FROM import_unit u JOIN import i ON i.id = u.import
            WHERE u.import = ? AND %s AND i.status = ? AND i.planned
            ORDER BY u.organization
            LIMIT 1
            FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
            """.formatted(toDo), ImportUnits::read, asked.id(), asked.status().stored());
    }

    private static Unit read(ResultSet row) throws SQLException {
        return new Unit(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getObject(3, Integer.class)),
                new LineNumbers(List.of((Integer[]) row.getArray(5).getArray()), row.getInt(4)));
    }

    /** The unit is counted: recorded now, it would have this impact. */
    void counted(UUID id, String organization, ImportImpact impact) {
        sql.update("""
                UPDATE import_unit SET counted = true, to_retract = ?, to_move = ? WHERE import = ? AND organization = ?
                """, impact.retracted(), impact.moved(), id, organization);
    }

    /** The unit has these outcomes. Of rejections the lines count, of all others the changes. */
    void done(UUID id, String organization, List<ImportOutcome> outcomes, ImportImpact impact) {
        Map<ImportOutcome.Kind, Integer> counts = new HashMap<>();
        outcomes.stream()
                .filter(outcome -> outcome.kind() != ImportOutcome.Kind.REJECTED)
                .forEach(outcome -> counts.merge(outcome.kind(), 1, Integer::sum));
        var rejected = outcomes.stream()
                .filter(outcome -> outcome.kind() == ImportOutcome.Kind.REJECTED)
                .map(outcome -> outcome.line().orElseThrow())
                .distinct()
                .count();
        sql.update(
                """
                UPDATE import_unit
                SET done = true, accepted = ?, known = ?, corrected = ?, retracted = ?, kept = ?, rejected = ?,
                    to_retract = ?, to_move = ?
                WHERE import = ? AND organization = ?
                """,
                counts.getOrDefault(ImportOutcome.Kind.ACCEPTED, 0),
                counts.getOrDefault(ImportOutcome.Kind.KNOWN, 0),
                counts.getOrDefault(ImportOutcome.Kind.CORRECTED, 0),
                counts.getOrDefault(ImportOutcome.Kind.RETRACTED, 0),
                counts.getOrDefault(ImportOutcome.Kind.KEPT, 0),
                (int) rejected,
                impact.retracted(),
                impact.moved(),
                id,
                organization);
    }

    /** The unit is done, and its counts are those of before. */
    public void undone(UUID id, String organization) {
        sql.update("UPDATE import_unit SET done = true WHERE import = ? AND organization = ?", id, organization);
    }
}

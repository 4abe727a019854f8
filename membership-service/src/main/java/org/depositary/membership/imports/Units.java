package org.depositary.membership.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The units of work of an import: an organisation each. */
record Units(Sql sql) {

    /**
     * A unit of work.
     *
     * @param name what the organisation is called in the file
     * @param lastYear the last one that the file has for it, of a file of state-years
     * @param unreadable rejected rows of the file that may be about any organisation
     */
    record Unit(String organization, Optional<String> name, Optional<Integer> lastYear, Lines unreadable) {}

    /** A unit that nobody works on; it is ours until the transaction ends. */
    Optional<Unit> claim(Import asked) {
        return claim(asked, "NOT u.done");
    }

    /** A unit of which it is to be counted what the import would take back; it is ours until the transaction ends. */
    Optional<Unit> claimToCount(Import asked) {
        return claim(asked, "NOT u.counted");
    }

    private Optional<Unit> claim(Import asked, String toDo) {
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
            """.formatted(toDo), Units::read, asked.id(), asked.status().stored());
    }

    private static Unit read(ResultSet row) throws SQLException {
        return new Unit(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getObject(3, Integer.class)),
                new Lines(List.of((Integer[]) row.getArray(5).getArray()), row.getInt(4)));
    }

    /** The unit is counted: recorded now, it would have this impact. */
    void counted(UUID id, String organization, Impact impact) {
        sql.update("""
                UPDATE import_unit SET counted = true, to_retract = ?, to_move = ? WHERE import = ? AND organization = ?
                """, impact.retracted(), impact.moved(), id, organization);
    }

    /** The unit has these outcomes. Of rejections the lines count, of all others the changes. */
    void done(UUID id, String organization, List<Outcome> outcomes, Impact impact) {
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
                SET done = true, accepted = ?, known = ?, corrected = ?, retracted = ?, kept = ?, rejected = ?,
                    to_retract = ?, to_move = ?
                WHERE import = ? AND organization = ?
                """,
                counts.getOrDefault(Outcome.Kind.ACCEPTED, 0),
                counts.getOrDefault(Outcome.Kind.KNOWN, 0),
                counts.getOrDefault(Outcome.Kind.CORRECTED, 0),
                counts.getOrDefault(Outcome.Kind.RETRACTED, 0),
                counts.getOrDefault(Outcome.Kind.KEPT, 0),
                (int) rejected,
                impact.retracted(),
                impact.moved(),
                id,
                organization);
    }

    /** The unit is done, and its counts are those of before. */
    void undone(UUID id, String organization) {
        sql.update("UPDATE import_unit SET done = true WHERE import = ? AND organization = ?", id, organization);
    }
}

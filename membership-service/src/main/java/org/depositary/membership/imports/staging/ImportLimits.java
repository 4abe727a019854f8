package org.depositary.membership.imports.staging;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.membership.imports.job.ImportSql;

/**
 * How much a file may say: what it says of one organisation is decided together, in memory, and each change of a
 * membership is held against all others of it. A file that says more is refused as a whole: were only the rows beyond
 * left out, its set would not say them any more.
 */
final class ImportLimits {

    private static final int MOST_ORGANIZATIONS = 100_000;
    private static final int MOST_OF_ONE = 16 * 1024 * 1024;
    private static final int MOST_OF_ONE_MEMBERSHIP = 2_000;
    /** What a row takes besides its characters. */
    private static final int ROW = 100;

    private final Map<String, Integer> taken = new HashMap<>();

    /** @throws Problem when there is no room for this row: 422 */
    void take(StagedRow row) {
        take(row.line(), row.organization(), row.body().length());
    }

    /**
     * A rejected row is decided together with the others of its organisation.
     *
     * @throws Problem when there is no room for it: 422
     */
    void take(RejectedRow row) {
        row.organization()
                .ifPresent(organization -> take(
                        row.line(), organization, row.name().map(String::length).orElse(0)));
    }

    private void take(int line, String organization, int characters) {
        int before = taken.getOrDefault(organization, 0);
        if (before == 0 && taken.size() == MOST_ORGANIZATIONS) {
            throw tooMuch(line, "a file says something of at most %,d organisations", MOST_ORGANIZATIONS);
        }
        int now = before + ROW + characters;
        if (now > MOST_OF_ONE) {
            throw tooMuch(
                    line, "a file says no more of %s than fits into 16 MiB: some 80,000 state-years", organization);
        }
        taken.put(organization, now);
    }

    private static Problem tooMuch(int line, String limit, Object of) {
        return Problem.invalid("", "Line %d: ".formatted(line) + limit.formatted(of) + "; nothing was kept");
    }

    /**
     * Checks what was staged. A file may have more memberships than there is memory to count them in, so the database
     * does, where an organisation has that many rows at all.
     *
     * @throws Problem when there are too many rows of one membership: 422
     */
    void check(UUID id, ImportSql sql) {
        record Crowded(String organization, String party, int rows) {}
        sql.first(
                        """
                        SELECT organization, party, count(*)
                        FROM import_rows, unnest(parties) AS party
                        WHERE import = ? AND organization IN (
                            SELECT organization FROM import_rows WHERE import = ?
                            GROUP BY organization HAVING sum(cardinality(lines)) > ?)
                        GROUP BY organization, party
                        HAVING count(*) > ?
                        ORDER BY organization, party
                        LIMIT 1
                        """,
                        row -> new Crowded(row.getString(1), row.getString(2), row.getInt(3)),
                        id,
                        id,
                        MOST_OF_ONE_MEMBERSHIP,
                        MOST_OF_ONE_MEMBERSHIP)
                .ifPresent(crowded -> {
                    throw Problem.invalid(
                            "",
                            "A file has at most %,d rows of a membership; this one has %,d rows of %s in %s. Nothing was kept"
                                    .formatted(
                                            MOST_OF_ONE_MEMBERSHIP,
                                            crowded.rows(),
                                            crowded.party(),
                                            crowded.organization()));
                });
    }
}

package org.depositary.membership.imports.staging;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.job.ImportSql;

/**
 * Limits the size of a file. All rows of an organisation are decided together in memory. Each change of a membership is compared with all its others. A file above a limit is refused as a whole: if only the excess rows were
 * rejected, the set would no longer state them.
 */
final class ImportLimits {

    private static final int MAX_ORGANIZATIONS = 100_000;
    private static final int MAX_SIZE_OF_ORGANIZATION = 16 * 1024 * 1024;
    private static final int MAX_ROWS_OF_MEMBERSHIP = 2_000;
    /** The memory that a row takes without its body, in characters. */
    private static final int ROW_OVERHEAD = 100;

    private final Map<String, Integer> sizes = new HashMap<>();

    /** @throws Problem 422 if a limit is exceeded */
    void add(StagedRow row) {
        add(row.line(), row.organization(), row.body().length());
    }

    /**
     * Counts a rejected row, since it is decided together with the other rows of its organisation.
     *
     * @throws Problem 422 if a limit is exceeded
     */
    void add(RejectedRow row) {
        row.organization()
                .ifPresent(organization -> add(
                        row.line(), organization, row.name().map(String::length).orElse(0)));
    }

    private void add(int line, String organization, int characters) {
        int before = sizes.getOrDefault(organization, 0);
        if (before == 0 && sizes.size() == MAX_ORGANIZATIONS) {
            throw exceeded(line, "a file can have at most %,d organisations", MAX_ORGANIZATIONS);
        }
        int size = before + ROW_OVERHEAD + characters;
        if (size > MAX_SIZE_OF_ORGANIZATION) {
            throw exceeded(line, "the rows of %s are larger than 16 MiB, or about 80,000 state-years", organization);
        }
        sizes.put(organization, size);
    }

    private static Problem exceeded(int line, String limit, Object argument) {
        return Problem.invalid("", "Line %d: ".formatted(line) + limit.formatted(argument) + "; nothing was stored");
    }

    /**
     * Checks the number of rows per membership, once all rows are staged. The database counts them, because a file can have
     * more memberships than fit into memory. The inner query skips organisations with few rows.
     *
     * @throws Problem if a membership has too many rows: 422
     */
    void checkMemberships(UUID id, ImportSql sql) {
        record RowCount(String organization, String party, int rows) {}
        sql.first(
                        """
                        SELECT unit, party, count(*)
                        FROM import_rows, unnest(parties) AS party
                        WHERE import = ? AND unit IN (
                            SELECT unit FROM import_rows WHERE import = ?
                            GROUP BY unit HAVING sum(cardinality(lines)) > ?)
                        GROUP BY unit, party
                        HAVING count(*) > ?
                        ORDER BY unit, party
                        LIMIT 1
                        """,
                        row -> new RowCount(row.getString(1), row.getString(2), row.getInt(3)),
                        id,
                        id,
                        MAX_ROWS_OF_MEMBERSHIP,
                        MAX_ROWS_OF_MEMBERSHIP)
                .ifPresent(excess -> {
                    throw Problem.invalid(
                            "",
                            "A file can have at most %,d rows of a membership. This file has %,d rows of %s in %s. Nothing was stored"
                                    .formatted(
                                            MAX_ROWS_OF_MEMBERSHIP,
                                            excess.rows(),
                                            excess.party(),
                                            excess.organization()));
                });
    }
}

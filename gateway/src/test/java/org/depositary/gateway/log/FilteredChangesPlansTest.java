package org.depositary.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.depositary.gateway.database.GatewayDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that a page of the change log reads rows in proportion to its own, not to the log, even if PostgreSQL has
 * statistics and plans of empty tables. Runs with a log of 1,000,000 changes by {@code -Ddepositary.test.changes=1000000}.
 */
@Tag("full")
class FilteredChangesPlansTest {

    private static final int CHANGES = Integer.getInteger("depositary.test.changes", 100_000);
    private static final int PAGE = 50;
    private static final int RARE = 20;
    private static final int MEETINGS = 10;

    /**
     * Executions after which a plan is surely kept: the driver and PostgreSQL each plan a statement five times before
     * that.
     */
    private static final int UNTIL_A_PLAN_IS_KEPT = 12;

    /**
     * Organisation half has every even change, and rare has 20. Party odd has every odd change and 10 even ones. Party
     * some has every odd change whose position divides by 99.
     */
    private static final String COLUMNS = """
            'membership', 'org.depositary.membership.membership-changed.v1', now(),
            CASE WHEN n %% 2 = 0 THEN ARRAY['half'] ELSE '{}' END || CASE WHEN n %% %1$d = 0 THEN ARRAY['rare'] ELSE '{}' END,
            CASE WHEN n %% 2 = 1 OR n %% %2$d = 0 THEN ARRAY['odd'] ELSE '{}' END
                || CASE WHEN n %% 2 = 1 AND n %% 99 = 0 THEN ARRAY['some'] ELSE '{}' END
            """.formatted(CHANGES / RARE, CHANGES / MEETINGS);

    private final LoggedCloudEventReader reader = new LoggedCloudEventReader();
    private ChangeLogFixture log;

    /** A page, and the number of rows and index entries that it read. */
    private record Read(int changes, long touched) {}

    @BeforeEach
    void emptyLog() throws SQLException, IOException {
        log = new ChangeLogFixture();
        log.execute("ALTER TABLE change SET (autovacuum_enabled = off)");
        log.execute("ALTER TABLE change_key SET (autovacuum_enabled = off)");
        log.execute("ALTER TABLE fact_change SET (autovacuum_enabled = off)");
        log.execute("ANALYZE change, change_key, fact_change");
    }

    @AfterEach
    void close() throws SQLException {
        log.close();
    }

    @Test
    void a_page_reads_rows_in_proportion_to_its_own() throws SQLException {
        try (var earlier = log.connect()) {
            for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
                read(earlier, ChangeFilter.ALL);
                read(earlier, of("half", "odd"));
            }
            log.append(1, CHANGES, COLUMNS);
            assertTouchesThePage(earlier);
            try (var later = log.connect()) {
                assertTouchesThePage(later);
            }
        }
    }

    private void assertTouchesThePage(Connection session) throws SQLException {
        // Each change of the page has a row in change and one in fact_change.
        assertRead(read(session, ChangeFilter.ALL), PAGE, 3 * PAGE);
        assertRead(read(session, organization("half")), PAGE, 3 * PAGE);
        assertRead(read(session, organization("rare")), RARE, 10 * RARE);
        assertRead(read(session, organization("nowhere")), 0, 10);
        // The rarer filter of the two has CHANGES / 2 rows.
        assertRead(read(session, of("half", "odd")), MEETINGS, CHANGES / 50);
        // The rarer filter has CHANGES / 198 rows, and no change has both.
        assertRead(read(session, of("half", "some")), 0, 4 * CHANGES / 198);
        assertRead(read(session, of("rare", "some")), 0, 10 * RARE);
        assertRead(readBack(session, organization("half")), PAGE, 3 * PAGE);
        assertRead(readBack(session, organization("rare")), RARE, 10 * RARE);
        assertRead(readBack(session, organization("nowhere")), 0, 10);
        assertRead(readBack(session, of("half", "odd")), MEETINGS, CHANGES / 50);
    }

    private static void assertRead(Read page, int changes, int mostRows) {
        assertThat(page.changes()).isEqualTo(changes);
        assertThat(page.touched()).isLessThanOrEqualTo(mostRows);
    }

    private static ChangeFilter organization(String id) {
        return ChangeFilter.of(Set.of(id), Set.of(), Set.of(), Set.of());
    }

    private static ChangeFilter of(String organization, String party) {
        return ChangeFilter.of(Set.of(organization), Set.of(party), Set.of(), Set.of());
    }

    private Read read(Connection session, ChangeFilter filter) throws SQLException {
        return read(
                session, () -> reader.read(session, 0, CHANGES, filter, PAGE).size());
    }

    /** Reads a page backwards from the end of the log. */
    private static Read readBack(Connection session, ChangeFilter filter) throws SQLException {
        var sql = "SELECT count(*) FROM matching_changes_before(?, ?::text[], ?::text[], '{}', '{}', ?)";
        return read(session, () -> {
            try (var select = session.prepareStatement(sql)) {
                select.setLong(1, CHANGES);
                select.setObject(2, filter.organizations().toArray(String[]::new));
                select.setObject(3, filter.parties().toArray(String[]::new));
                select.setInt(4, PAGE);
                var row = select.executeQuery();
                row.next();
                return row.getInt(1);
            }
        });
    }

    @FunctionalInterface
    private interface Page {
        int size() throws SQLException;
    }

    private static Read read(Connection session, Page page) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(GatewayDatabase.BEGIN);
        }
        long before = touched(session);
        int changes = page.size();
        long after = touched(session);
        try (var statement = session.createStatement()) {
            statement.execute("ROLLBACK");
        }
        return new Read(changes, after - before);
    }

    private static long touched(Connection session) throws SQLException {
        var sql = """
                SELECT sum(pg_stat_get_xact_tuples_returned(oid)) FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
                """;
        try (var select = session.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}

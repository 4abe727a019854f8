package org.depositary.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

/** Commits of transactions that have changed a table of a database wait until they are released. */
final class HeldCommits implements AutoCloseable {

    /** PostgreSQL calls a deferred trigger in the commit. */
    private static final String HOLD = """
            CREATE FUNCTION public.hold_commit() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_advisory_xact_lock_shared(%1$d); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER hold_commit AFTER INSERT OR UPDATE ON %2$s
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.hold_commit();
            """;

    private static final int LOCK = 4_711;
    private final String table;
    private final Connection connection;

    private HeldCommits(String table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    /** @param table without its schema */
    static HeldCommits of(TestInstallation installation, String database, String table) throws SQLException {
        var address = installation.administration(database);
        var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
        var held = new HeldCommits(qualified(table, connection), connection);
        held.execute("SELECT pg_advisory_lock(%d)".formatted(LOCK));
        held.execute(HOLD.formatted(LOCK, held.table));
        return held;
    }

    private static String qualified(String table, Connection connection) throws SQLException {
        var sql = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE tablename = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            var row = select.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    /** Fails all commits that wait now, by ending their sessions. */
    void failWaiting() {
        execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'advisory' AND query = 'COMMIT'");
    }

    /** Lets the commits go on. Returns a moment at which they still waited. */
    Instant release() {
        var moment = Instant.now();
        execute("SELECT pg_advisory_unlock_all()");
        return moment;
    }

    private void execute(String command) {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new AssertionError(command, e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("SELECT pg_advisory_unlock_all()");
            execute("DROP TRIGGER hold_commit ON %s".formatted(table));
            execute("DROP FUNCTION public.hold_commit()");
        }
    }
}

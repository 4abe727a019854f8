package org.depositary.verify.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.depositary.local.postgres.LocalPostgres;
import org.depositary.local.process.Durability;

/** The PostgreSQL of the launcher, with TLS. It has the databases of all clusters of an overlay. */
record SecurePostgres(LocalPostgres server) {

    /** The name of its certificate, in which all names of the clusters are. */
    static final String NAME = "postgres";

    /** The port by which pods know each cluster. */
    static final int KNOWN_PORT = 5432;

    static SecurePostgres in(Path directory, int port, List<String> databases) {
        return new SecurePostgres(new LocalPostgres(directory, port, Durability.FOR_TESTS, databases));
    }

    /** Offers TLS from now on. */
    void offerTls(CertificateAuthority certificates) throws IOException {
        var key = certificates.key(NAME);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.setOwner(key, Files.getOwner(server.directory().resolve("cluster")));
        execute("ALTER SYSTEM SET ssl_cert_file = '%s'".formatted(certificates.certificate(NAME)));
        execute("ALTER SYSTEM SET ssl_key_file = '%s'".formatted(key));
        execute("ALTER SYSTEM SET ssl = on");
        execute("SELECT pg_reload_conf()");
    }

    /** Changes the password of a user and ends its connections, so that each needs the new password. */
    void changePassword(String user, String password) {
        execute("ALTER ROLE %s PASSWORD '%s'".formatted(user, password));
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s'".formatted(user));
    }

    DatabaseConnections connections(String user) {
        var query =
                "SELECT count(*), count(*) FILTER (WHERE NOT ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                        + " WHERE usename = ?";
        try (var connection = administrator();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, user);
            var row = statement.executeQuery();
            row.next();
            return new DatabaseConnections(row.getInt(1), row.getInt(2));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String command) {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new AssertionError(command, e);
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", server.password());
    }
}

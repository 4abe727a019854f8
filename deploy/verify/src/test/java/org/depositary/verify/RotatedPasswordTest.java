package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A changed password of a database is taken up without a restart, as deploy/kubernetes mounts it. */
@Tag("full")
class RotatedPasswordTest {

    private static final String NAME = "rotated-password";
    private static final String SERVICE = TestInstallation.MEMBERSHIP_SERVICE;

    @Test
    void a_changed_password_of_a_database_needs_no_restart() throws Exception {
        int port = TestInstallation.freePort();
        var file = passwordFile(port);
        try (var installation = TestInstallation.startPrepared(NAME, port, "--empty")) {
            var curator = installation.client().with(installation.token("curator"));
            record(curator);
            var before = installation.process(SERVICE).orElseThrow().pid();

            rotate(installation, file, UUID.randomUUID().toString());

            var recorded = record(curator);
            await("the relay has connected again and published it")
                    .until(() -> curator.get(recorded).status() == 200);
            await("it is ready").until(() -> installation.client(SERVICE).isReady());
            assertThat(installation.process(SERVICE).orElseThrow().pid())
                    .as("no restart")
                    .isEqualTo(before);
        }
    }

    /** Prepares a service that reads its password from a file, before the cluster exists. */
    private static Path passwordFile(int port) throws IOException {
        var data = TestInstallation.emptied(NAME);
        var url = "jdbc:postgresql://127.0.0.1:%d/membership?authenticationPluginClassName=%s&passwordFile=%s"
                .formatted(
                        port + 10,
                        "org.depositary.eventsourcing.database.PasswordFile",
                        data.resolve("postgres/password-of-membership"));
        Files.createDirectories(data.resolve(SERVICE));
        Files.write(
                data.resolve(SERVICE).resolve("environment"),
                List.of("QUARKUS_DATASOURCE_JDBC_URL=" + url, "QUARKUS_DATASOURCE_PASSWORD=not-this-one"));
        Files.createDirectories(data.resolve("postgres"));
        return Files.createSymbolicLink(data.resolve("postgres/password-of-membership"), Path.of("password"));
    }

    /** Changes the password and ends all sessions, so that every later one needs the new password. */
    private static void rotate(TestInstallation installation, Path file, String password)
            throws IOException, SQLException {
        var address = installation.administration("postgres");
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE membership PASSWORD '%s'".formatted(password));
            // As Kubernetes replaces the files of a mounted Secret.
            var changed = Files.writeString(file.resolveSibling("changed"), password);
            Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'membership'");
        }
    }

    /** Repeats a refused command: the pool notices ended sessions when it uses them. Returns the path of the organisation. */
    private static String record(OriginClient curator) {
        var body = CommandBodies.organization("Recorded");
        var path = "/api/organizations/o-" + UUID.randomUUID().toString().substring(0, 8);
        await("a write")
                .until(() -> curator.put(path, body), answer -> answer.status() != 503)
                .expect(201);
        return path;
    }
}

package org.depositary.eventsourcing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.depositary.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseProbeTest {

    private final TestServers servers = TestServers.running();
    private final String name = servers.freshDatabase("probed");

    @Test
    void a_lost_database_is_noticed_without_any_request_until_it_is_back() throws SQLException {
        try (var probe = new DatabaseProbe(name, database(servers.postgres().jdbcUrl(name)))) {
            assertThat(probe.failingFor()).isZero();
            probe.start();
            servers.setReachable(name, false);
            // Longer than an answer takes.
            await().until(() -> probe.failingFor().compareTo(Duration.ofSeconds(5)) > 0);
            servers.setReachable(name, true);
            await().until(() -> probe.failingFor().isZero());
        }
    }

    @Test
    void a_database_that_accepts_connections_and_does_not_answer_is_noticed() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var probe = new DatabaseProbe(
                        "silent", database("jdbc:postgresql://127.0.0.1:%d/silent".formatted(silent.getLocalPort())))) {
            probe.start();
            try (var accepted = silent.accept()) {
                assertThat(accepted.isConnected()).isTrue();
                await().until(() -> probe.failingFor().compareTo(Duration.ofSeconds(5)) > 0);
            }
        }
    }

    private PGSimpleDataSource database(String url) {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(name);
        database.setPassword(servers.postgres().password());
        return database;
    }
}

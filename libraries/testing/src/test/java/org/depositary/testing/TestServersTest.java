package org.depositary.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;

import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void the_same_servers_serve_every_test_of_the_jvm() {
        assertThat(TestServers.running().postgres().port())
                .isEqualTo(TestServers.running().postgres().port());
    }

    @Test
    void each_start_of_the_resource_has_a_fresh_database_of_postgres18_owned_by_its_user() throws Exception {
        var first = settings("membership");
        var second = settings("membership");
        assertThat(first.get("quarkus.datasource.jdbc.url")).isNotEqualTo(second.get("quarkus.datasource.jdbc.url"));
        try (var connection = DriverManager.getConnection(
                        first.get("quarkus.datasource.jdbc.url"),
                        first.get("quarkus.datasource.username"),
                        first.get("quarkus.datasource.password"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("CREATE EXTENSION pg_trgm");
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void kafka_makes_the_topics_that_are_asked_for() throws Exception {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", TestServers.running().kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("some.events", 12, (short) 1)))
                    .all()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .contains("some.events");
        }
    }

    @Test
    void the_resource_sets_what_the_launcher_sets() {
        assertThat(settings("gateway"))
                .containsKeys("kafka.bootstrap.servers", "quarkus.oidc.public-key", "quarkus.datasource.password")
                .containsEntry("quarkus.http.test-port", "0")
                .containsEntry("quarkus.management.test-port", "0");
        assertThat(RealPostgresAndKafka.token("curator").split("\\.")).hasSize(3);
    }

    private static Map<String, String> settings(String database) {
        var resource = new RealPostgresAndKafka();
        resource.init(Map.of("database", database));
        return resource.start();
    }
}

package org.depositary.exercises.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.depositary.testing.ContractFiles;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class PublishedEventsTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    ObjectMapper mapper;

    @Test
    void every_event_of_an_exercise_arrives_in_order_as_a_binary_cloud_event() throws IOException {
        var before = Instant.now().minusSeconds(1);
        String id = post("/api/exercises", """
                {"name":"Peace Mission 2007","kind":"exercise","status":"completed","dates":"2007-08",
                 "participants":[{"members-of":"sco","role":"participant"}],"sources":[{"title":"A chronicle"}]}""");
        post("/api/exercises/" + id + "/corrections", "{\"dates\":\"2007-08-09/2007-08-17\",\"reason\":\"misread\"}");
        post("/api/exercises/" + id + "/sources", "{\"title\":\"Another chronicle\"}");
        post("/api/exercises/" + id + "/retraction", "{\"reason\":\"recorded twice\"}");

        var records = published("exercise:" + id, 4);

        assertThat(records)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly(
                        "org.depositary.exercise.exercise-recorded.v1",
                        "org.depositary.exercise.exercise-corrected.v1",
                        "org.depositary.exercise.exercise-sourced.v1",
                        "org.depositary.exercise.exercise-retracted.v1");
        assertThat(records).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "2", "3", "4");
        assertThat(header(records.getFirst(), "ce_id")).isEqualTo(id);
        for (var record : records) {
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_source")).isEqualTo("/exercises-service");
            assertThat(header(record, "ce_subject")).isEqualTo("exercise:" + id);
            assertThat(header(record, "ce_actor")).isEqualTo("local-curator");
            assertThat(header(record, "content-type")).isEqualTo("application/json");
            assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
            assertThat(Instant.parse(header(record, "ce_time")))
                    .isBetween(before, Instant.now().plusSeconds(1));
            ContractFiles.assertValid("events/exercise/" + eventName(record), 1, mapper.readTree(record.value()));
        }
    }

    private static String post(String path, String body) {
        return given().contentType("application/json")
                .auth()
                .oauth2(RealPostgresAndKafka.token("curator"))
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The first {@code count} records with that key, as soon as they are there. */
    private List<ConsumerRecord<String, byte[]>> published(String key, int count) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(), "auto.offset.reset", "earliest");
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("exercises.events"));
            await().until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                }
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String eventName(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_type").replaceFirst("^org\\.depositary\\.exercise\\.(.*)\\.v1$", "$1");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

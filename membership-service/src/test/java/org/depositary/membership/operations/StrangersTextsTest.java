package org.depositary.membership.operations;

import static io.restassured.RestAssured.given;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Whatever strangers send as the text of documents, the real texts behind it arrive and can be cited. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class StrangersTextsTest {

    private final String document = UUID.randomUUID().toString().replace("-", "");

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void what_is_no_text_holds_up_no_text() throws Exception {
        TopicDefinition.ofStates("documents.text").ensure(kafka);
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < TopicDefinition.PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>("documents.text", partition, "some/number", bytes("{}")));
                producer.send(new ProducerRecord<>("documents.text", partition, "a/0", bytes("{\"document\": \"a\"}")));
                producer.send(new ProducerRecord<>("documents.text", partition, "a/1", bytes(chunk("\\u0000", 0, 1))));
                producer.send(new ProducerRecord<>("documents.text", partition, "a/2", bytes(chunk("short", 0, 99))));
            }
            producer.send(new ProducerRecord<>("documents.text", document + "/0", bytes(chunk("A text.", 0, 7))));
        }
        var organization = MembershipOperationsTest.register().then().extract().<String>path("id");
        await().until(() -> cite(organization) == 201);
    }

    private String chunk(String text, int start, int end) {
        return """
                {"document": "%s", "extraction": 1, "chunk": 0, "chunks": 1, "start": 0, "text": "%s", "rights": "public",
                 "passages": [{"anchor": "p-1", "kind": "paragraph", "start": %d, "end": %d, "language": "en"}]}
                """.formatted(document, text, start, end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int cite(String organization) {
        return given().contentType("application/json")
                .auth()
                .oauth2(RealPostgresAndKafka.token("curator"))
                .body("""
                        {"party": "CH", "change": "accession", "effective": "2001",
                         "sources": [{"document": "%s", "anchor": "p-1", "quote": "A text."}]}
                        """.formatted(document))
                .post("/api/organizations/%s/membership-changes".formatted(organization))
                .statusCode();
    }
}

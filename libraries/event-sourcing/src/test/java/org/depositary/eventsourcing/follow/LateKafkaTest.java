package org.depositary.eventsourcing.follow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.TestServers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests a process that starts while Kafka is not reachable yet. */
@Tag("full")
@QuarkusTest
@TestProfile(LateKafkaTest.LateReaders.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
@WithTestResource(LateKafkaTest.NoKafkaYet.class)
class LateKafkaTest {

    private static final String TOPIC = "late";

    /** A separate application with its own topic, so that the readers of {@link TopicReaderTest} do not interfere. */
    public static class LateReaders extends TopicReaderTest.Readers {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("mp.messaging.incoming.careful.topics", TOPIC);
            settings.put("mp.messaging.incoming.careful.group.id", TOPIC);
            return settings;
        }
    }

    /** Opens a port where Kafka is expected, but answers nothing at first. */
    public static class NoKafkaYet implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of("kafka.bootstrap.servers", "127.0.0.1:" + free.getLocalPort());
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void stop() {}

        @Override
        public int order() {
            return 1;
        }
    }

    @Inject
    @Identifier("careful")
    CarefulReader reader;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String address;

    @Test
    void a_process_is_ready_without_kafka_and_reads_when_it_comes() throws Exception {
        for (var probe : new String[] {"started", "live", "ready"}) {
            given().get("/q/health/" + probe).then().statusCode(200);
        }
        publish();
        assertThat(reader.stored).isEmpty();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (var kafka = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> forward(kafka));
            await().until(() -> reader.stored.contains("late"));
        }
        given().get("/q/health/live").then().statusCode(200);
    }

    private static void publish() throws Exception {
        var kafka = Map.<String, Object>of(
                "bootstrap.servers", TestServers.running().kafka().bootstrapServers());
        TopicDefinition.ofEvents(TOPIC).ensure(kafka);
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", "late")).get();
        }
    }

    /**
     * Forwards bytes to the real Kafka. Clients then use Kafka's own address, which they learn from the first
     * response.
     */
    private static void forward(ServerSocket from) {
        var kafka = TestServers.running().kafka().bootstrapServers();
        int port = Integer.parseInt(kafka.substring(kafka.indexOf(':') + 1));
        while (!from.isClosed()) {
            try {
                var client = from.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.startVirtualThread(() -> copy(client, server));
                Thread.startVirtualThread(() -> copy(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // The socket is closed at the end of the test.
        }
    }
}

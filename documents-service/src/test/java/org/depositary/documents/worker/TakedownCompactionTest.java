package org.depositary.documents.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.MemoryRecords;
import org.depositary.documents.command.DocumentCalls;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.TestServers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that a takedown erases the text from Kafka's disk. It forces a compaction as the runbook does ({@code
 * deploy/runbooks/takedown.md}) and decodes the segment files, because batches may be compressed.
 */
@Tag("full")
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "compaction"))
class TakedownCompactionTest {

    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, "documents.text");

    /** The settings of the runbook, but in milliseconds. Kafka deletes a replaced segment file after a delay of its own. */
    private static final Map<String, String> FORCED = Map.of(
            "segment.ms", "1000",
            "max.compaction.lag.ms", "1000",
            "min.cleanable.dirty.ratio", "0",
            "file.delete.delay.ms", "1000");

    private static final Map<String, String> COMPRESSED = Map.of("compression.type", "gzip");

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void after_a_forced_compaction_no_segment_has_the_text() throws Exception {
        var kept = DocumentCalls.aDocument("This passage stays.");
        awaitChunk(kept, true);
        set(COMPRESSED, OpType.SET);
        var taken = DocumentCalls.aDocument("This passage has the word %s.".formatted(word));
        awaitChunk(taken, true);
        assertThat(segmentsWithWord()).isNotEmpty();
        DocumentCalls.json("admin", "{\"reason\":\"asked for\"}")
                .post("/api/documents/{id}/takedown", taken)
                .then()
                .statusCode(201);
        awaitChunk(taken, false);
        assertThat(segmentsWithWord()).isNotEmpty();

        set(FORCED, OpType.SET);
        try {
            await().untilAsserted(() -> {
                // Each record of a partition can begin a new segment. Only old segments are compacted.
                DocumentCalls.as("admin")
                        .post("/relay/texts/republication")
                        .then()
                        .statusCode(200);
                assertThat(segmentsWithWord()).isEmpty();
            });
        } finally {
            set(FORCED, OpType.DELETE);
            set(COMPRESSED, OpType.DELETE);
        }
        awaitChunk(kept, true);
    }

    private void awaitChunk(String document, boolean present) {
        await().until(
                        () -> new DocumentTopics(bootstrapServers)
                                .chunks(document)
                                .get(document + "/0"),
                        chunk -> chunk != null && chunk.isPresent() == present);
    }

    private void set(Map<String, String> settings, OpType change) throws Exception {
        var entries = new ArrayList<AlterConfigOp>();
        settings.forEach((name, value) -> entries.add(new AlterConfigOp(new ConfigEntry(name, value), change)));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.incrementalAlterConfigs(Map.of(TOPIC, entries)).all().get();
        }
    }

    /**
     * The files of the topic, also those that wait for their deletion, that have the word. Kafka deletes files meanwhile, which
     * {@code Files.walk} does not allow.
     */
    private List<Path> segmentsWithWord() {
        var log = TestServers.running().kafka().directory().resolve("log").toFile();
        return Stream.of(log.listFiles((directory, name) -> name.startsWith("documents.text-")))
                .flatMap(partition -> Stream.of(partition.listFiles()))
                .map(File::toPath)
                .filter(this::hasWord)
                .toList();
    }

    private boolean hasWord(Path file) {
        if (!file.toString().contains(".log")) {
            return false;
        }
        for (var each : MemoryRecords.readableRecords(read(file)).records()) {
            if (each.hasValue() && UTF_8.decode(each.value()).toString().contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Empty if Kafka deleted the file in the meantime. */
    private static ByteBuffer read(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (NoSuchFileException deleted) {
            return ByteBuffer.allocate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

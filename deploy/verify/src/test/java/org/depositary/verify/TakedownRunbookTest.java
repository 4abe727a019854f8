package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The text of a document that was taken down leaves the files of Kafka and PostgreSQL, as the runbook says. */
@Tag("full")
class TakedownRunbookTest {

    /** The tables with the text, in each database that has some. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "gateway", List.of("passage", "text_chunk"),
            "membership", List.of("passage", "text_chunk"),
            "documents", List.of("passage", "document_part", "document_text"),
            "exercises", List.of("passage", "text_chunk"));

    private static final Pattern SEGMENT = Pattern.compile("/documents\\.text-\\d+/\\d+\\.log$");
    private static final Pattern KEPT_ROWS = Pattern.compile("(\\d+) dead row versions cannot be removed yet");

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void after_the_runbook_no_file_has_the_text() throws Exception {
        try (var installation = TestInstallation.start("takedown", "--empty")) {
            var files = new CompressedValues(installation.data().resolve("postgres/cluster/base"));
            var runbook = runbook(installation, takenDown(installation));
            await("the copies are deleted").untilAsserted(() -> assertNoCopies(runbook));
            assertThat(segmentsWithWord(installation))
                    .as("segments are compressed")
                    .isEmpty();
            assertThat(runbook.run(5)).as("before the compaction").doesNotStartWith("0");
            runbook.run(3);
            await("no segment has the word").untilAsserted(() -> {
                runbook.run(4);
                assertThat(runbook.run(5).strip()).isEqualTo("0");
            });
            runbook.run(6);
            runbook.run(11);
            assertThat(runbook.run(12)).as("free space before VACUUM FULL").isNotBlank();
            assertThat(files.with(word)).as("free space before VACUUM FULL").isNotEmpty();
            TABLES.keySet().forEach(database -> assertRewritten(() -> runbook.runIn(database, 7), 2));
            assertRewritten(() -> runbook.run(8), 2);
            assertRewritten(() -> runbook.run(9), 1);
            TABLES.keySet()
                    .forEach(database -> assertThat(runbook.runIn(database, 10)).isBlank());
            assertThat(runbook.runIn("clients", 10)).isBlank();
            runbook.run(11);
            assertThat(runbook.run(12)).isBlank();
            assertThat(files.with(word)).isEmpty();
            runbook.wasCarriedOut();
        }
    }

    private Runbook runbook(TestInstallation installation, String document) throws IOException {
        var variables = Map.of(
                "ID",
                document,
                "WORD",
                word,
                "KAFKA",
                installation.kafka(),
                "PATH",
                kafkaTools(installation) + ":" + System.getenv("PATH"));
        return Runbook.of("takedown", installation, variables);
    }

    /** Uploads a document, waits until every copy has its text, and takes it down. Returns its id. */
    private String takenDown(TestInstallation installation) throws Exception {
        compressTopic(installation.kafka());
        var admin = installation.client().with(installation.token("admin"));
        var address = admin.send(
                        "POST", "/api/documents", BodyPublishers.ofString(text()), "Content-Type", "text/plain")
                .expect(202)
                .header("Location");
        var runbook = runbook(installation, address.substring(address.lastIndexOf('/') + 1));
        await("every database has the text")
                .untilAsserted(() -> TABLES.forEach((database, tables) -> assertThat(
                                runbook.runIn(database, 10).strip().split("\\s+"))
                        .as(database)
                        .containsExactlyInAnyOrderElementsOf(tables)));
        runbook.run(11);
        admin.post(address + "/takedown", Map.of("reason", "The publisher asked for it"))
                .expect(201);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Passages so long that PostgreSQL compresses them. */
    private String text() {
        var passage = "The word of the council was %s. ".formatted(word)
                + "The members met in secret and agreed on what nobody was to read. ".repeat(60);
        return "The records of the council.\n\n" + (passage + "\n\n").repeat(3);
    }

    private static void compressTopic(String kafka) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "documents.text");
        var gzip = new AlterConfigOp(new ConfigEntry("compression.type", "gzip"), AlterConfigOp.OpType.SET);
        try (var client = Admin.create(Map.of("bootstrap.servers", kafka))) {
            await("the topic exists")
                    .until(() -> client.listTopics().names().get().contains(topic.name()));
            client.incrementalAlterConfigs(Map.of(topic, List.of(gzip))).all().get();
        }
    }

    private List<Path> segmentsWithWord(TestInstallation installation) throws IOException {
        try (var files = Files.walk(installation.data().resolve("kafka/log"))) {
            return files.filter(file -> SEGMENT.matcher(file.toString()).find() && hasWord(file))
                    .toList();
        }
    }

    private boolean hasWord(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNoCopies(Runbook runbook) {
        TABLES.keySet()
                .forEach(database ->
                        assertThat(runbook.runIn(database, 1)).as(database).isEqualTo("0\t\n0\t\n"));
        assertThat(runbook.run(2)).isEqualTo("0\t\n0\t\n");
    }

    /** Repeats VACUUM FULL until it leaves no deleted rows: it keeps them while a transaction may still read them. */
    private static void assertRewritten(Supplier<String> vacuum, int tables) {
        await("no deleted rows are left").untilAsserted(() -> assertThat(
                        KEPT_ROWS.matcher(vacuum.get()).results().map(kept -> kept.group(1)))
                .hasSize(tables)
                .containsOnly("0"));
    }

    /** Makes the commands of the runbook from Kafka's own classes for them. Returns their directory. */
    private static Path kafkaTools(TestInstallation installation) throws IOException {
        var tools = Files.createDirectories(installation.data().resolve("tools"));
        makeTool(tools.resolve("kafka-configs.sh"), "kafka.admin.ConfigCommand");
        makeTool(tools.resolve("kafka-dump-log.sh"), "kafka.tools.DumpLogSegments");
        return tools;
    }

    private static void makeTool(Path file, String mainClass) throws IOException {
        var launcher = TestInstallation.ROOT.resolve("deploy/local/target");
        var script = """
                #!/bin/sh
                exec '%s' -cp '%s' %s "$@"
                """.formatted(
                        ProcessHandle.current().info().command().orElse("java"),
                        Files.readString(launcher.resolve("class-path")).strip(),
                        mainClass);
        Files.setPosixFilePermissions(Files.writeString(file, script), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The text of a document that was taken down leaves the files of Kafka and PostgreSQL, as the runbook says. */
@Tag("full")
class TakedownRunbookTest {

    private static final List<String> DATABASES = List.of("gateway", "membership", "documents", "exercises");

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void after_the_runbook_no_file_has_the_text() throws IOException {
        try (var installation = TestInstallation.start("takedown", "--empty")) {
            var document = takenDown(installation);
            var runbook = Runbook.of(
                    "takedown",
                    installation,
                    Map.of(
                            "ID",
                            document,
                            "WORD",
                            word,
                            "KAFKA",
                            installation.kafka(),
                            "PATH",
                            kafkaTools(installation) + ":" + System.getenv("PATH")));
            await("the copies are deleted").untilAsserted(() -> assertNoCopies(runbook));
            assertThat(runbook.run(5)).as("segments before the compaction").isNotBlank();
            runbook.run(3);
            await("no segment has the word").untilAsserted(() -> {
                runbook.run(4);
                assertThat(runbook.run(5)).isBlank();
            });
            runbook.run(6);
            runbook.run(10);
            assertThat(runbook.run(11)).as("free space before VACUUM FULL").isNotBlank();
            DATABASES.forEach(database -> runbook.runIn(database, 7));
            runbook.run(8);
            runbook.run(9);
            runbook.run(10);
            assertThat(runbook.run(11)).isBlank();
            runbook.wasCarriedOut();
        }
    }

    /** Uploads a document, waits until every copy has its text, and takes it down. Returns its id. */
    private String takenDown(TestInstallation installation) {
        var admin = installation.client().with(installation.token("admin"));
        var text = "The records of the council.\n\nThe members met in secret, and their word was %s.\n".formatted(word);
        var address = admin.send("POST", "/api/documents", BodyPublishers.ofString(text), "Content-Type", "text/plain")
                .expect(202)
                .header("Location");
        var document = address.substring(address.lastIndexOf('/') + 1);
        var copies = Runbook.of("takedown", installation, Map.of("ID", document));
        await("every database has the text").untilAsserted(() -> assertThat(DATABASES)
                .allSatisfy(database -> assertThat(copies.runIn(database, 1)).doesNotContain("0\t")));
        Runbook.of("takedown", installation, Map.of()).run(10);
        admin.post(address + "/takedown", Map.of("reason", "The publisher asked for it"))
                .expect(201);
        return document;
    }

    private static void assertNoCopies(Runbook runbook) {
        DATABASES.forEach(
                database -> assertThat(runbook.runIn(database, 1)).as(database).isEqualTo("0\t\n0\t\n"));
        assertThat(runbook.run(2)).isEqualTo("0\t\n0\t\n");
    }

    /** Makes the command {@code kafka-configs.sh} from Kafka's own class for it. Returns its directory. */
    private static Path kafkaTools(TestInstallation installation) throws IOException {
        var launcher = TestInstallation.ROOT.resolve("deploy/local/target");
        var script = """
                #!/bin/sh
                exec '%s' -cp '%s' kafka.admin.ConfigCommand "$@"
                """.formatted(
                        ProcessHandle.current().info().command().orElse("java"),
                        Files.readString(launcher.resolve("class-path")).strip());
        var tools = Files.createDirectories(installation.data().resolve("tools"));
        Files.setPosixFilePermissions(
                Files.writeString(tools.resolve("kafka-configs.sh"), script),
                PosixFilePermissions.fromString("rwxr-xr-x"));
        return tools;
    }
}

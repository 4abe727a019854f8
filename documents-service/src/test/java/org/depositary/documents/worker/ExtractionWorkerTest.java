package org.depositary.documents.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.depositary.documents.archive.ExtractionQueue;
import org.depositary.documents.command.DocumentCalls;
import org.depositary.documents.extraction.process.ExtractionProcess;
import org.depositary.documents.worker.DocumentTopics.Published;
import org.depositary.testing.ContractFiles;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From uploaded bytes to the records in the topics. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "documents"))
class ExtractionWorkerTest {

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void a_text_is_read_and_tells_so() {
        var document = DocumentCalls.aDocument("Title: The Charter\nDate: 7 June 2002");

        var events = events(document, 2);

        assertThat(events).extracting(Published::sequence).containsExactly(1, 2);
        assertThat(events)
                .extracting(Published::type)
                .containsExactly(
                        "org.depositary.document.document-received.v1",
                        "org.depositary.document.document-extracted.v1");
        assertThat(events).extracting(Published::actor).containsExactly("local-contributor", "documents-service");
        ContractFiles.assertValid(
                "events/document/document-received", 1, events.get(0).data());
        var extracted = events.get(1).data();
        ContractFiles.assertValid("events/document/document-extracted", 1, extracted);
        assertThat(extracted.get("status").asText()).isEqualTo("ok");
        assertThat(extracted.get("title").asText()).isEqualTo("The Charter");
        assertThat(extracted.get("date").asText()).isEqualTo("2002-06-07");
        assertThat(extracted.get("type").asText()).isEqualTo("charter");
        assertThat(extracted.get("passages").asInt()).isEqualTo(3);
    }

    @Test
    void the_text_is_published_with_its_passages() {
        var document = DocumentCalls.aDocument("The Parties – all seven 🤝 – assist each other.");

        var chunk = chunks(document, 1).getFirst().orElseThrow();

        ContractFiles.assertValid("state/documents.text", 1, chunk);
        assertThat(chunk.get("rights").asText()).isEqualTo("restricted");
        var text = chunk.get("text").asText();
        assertThat(text).startsWith("The Parties – all seven 🤝 – assist each other.\n\nThis is");
        var first = chunk.get("passages").get(0);
        assertThat(text.substring(
                        text.offsetByCodePoints(0, first.get("start").asInt()),
                        text.offsetByCodePoints(0, first.get("end").asInt())))
                .isEqualTo("The Parties – all seven 🤝 – assist each other.");
    }

    @Test
    void a_long_text_comes_in_several_chunks() {
        var document = DocumentCalls.aDocument("A sentence that says little, many times over. ".repeat(30_000));

        var chunks = chunks(document, 3).stream().flatMap(Optional::stream).toList();

        assertThat(chunks).hasSize(3).allMatch(chunk -> chunk.get("chunks").asInt() == 3);
        var whole = chunks.stream().map(chunk -> chunk.get("text").asText()).collect(Collectors.joining());
        assertThat(whole).startsWith("A sentence").hasSizeGreaterThan(30_000 * 46);
        assertThat(anchors(chunks)).startsWith("p-1", "p-1.part-2").doesNotHaveDuplicates();
    }

    @Test
    void the_backlog_counts_what_waits_and_since_when() throws SQLException {
        var document = DocumentCalls.aDocument("A document that waits again.");
        events(document, 2);
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("INSERT INTO extraction_job (document, requested_at)"
                        + " VALUES (?, clock_timestamp() - interval '1 hour')")) {
            connection.setAutoCommit(false);
            try {
                // Both counts read one snapshot. Otherwise a document could leave the queue between them.
                connection.createStatement().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                insert.setString(1, document);
                insert.executeUpdate();

                var backlog = ExtractionQueue.backlog(connection);

                assertThat(backlog.documents()).isEqualTo(waitingRows(connection));
                assertThat(backlog.seconds()).isGreaterThanOrEqualTo(3600);
            } finally {
                connection.rollback();
            }
        }
    }

    private static long waitingRows(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT count(*) FROM extraction_job")) {
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void the_declared_charset_reaches_the_reader() {
        var bytes = new String(DocumentCalls.words("Łódź żyje."), UTF_8).getBytes(Charset.forName("windows-1250"));
        DocumentCalls.send("text/plain; charset=windows-1250", bytes).then().statusCode(202);

        var chunk = chunks(DocumentCalls.id(bytes), 1).getFirst().orElseThrow();

        assertThat(chunk.get("text").asText()).startsWith("Łódź żyje.");
    }

    @Test
    void a_page_is_read_too() {
        var page = DocumentCalls.words(
                "<!doctype html><html lang=en><title>Notes</title><main><h1>Notes</h1><p>One.</main>");
        DocumentCalls.send("text/html", page).then().statusCode(202);

        assertThat(events(DocumentCalls.id(page), 2).get(1).data().get("title").asText())
                .isEqualTo("Notes");
    }

    @Test
    void what_cannot_be_read_is_kept_and_says_why() {
        var pdf = DocumentCalls.words("%PDF-1.7");
        DocumentCalls.send("application/pdf", pdf).then().statusCode(202);
        var blank = " \n".repeat(1000).getBytes(UTF_8);
        DocumentCalls.send("text/plain", blank).then().statusCode(202);

        assertThat(extracted(DocumentCalls.id(pdf)).get("status").asText()).isEqualTo("corrupt");
        assertThat(extracted(DocumentCalls.id(pdf)).get("problem").asText()).startsWith("The file is damaged");
        assertThat(extracted(DocumentCalls.id(blank)).get("status").asText()).isEqualTo("no-text");
        ContractFiles.assertValid("events/document/document-extracted", 1, extracted(DocumentCalls.id(blank)));
        DocumentCalls.as("contributor")
                .get("/api/documents/{id}/content", DocumentCalls.id(pdf))
                .then()
                .statusCode(200);
    }

    @Test
    void a_file_is_read_by_its_content_in_a_worker_process() {
        var rtf = DocumentCalls.words("{\\rtf1\\ansi\\pard Notes\\par\\pard Words of a rich text.\\par}");
        DocumentCalls.send("application/pdf", rtf).then().statusCode(202);

        var extracted = extracted(DocumentCalls.id(rtf));

        assertThat(extracted.get("status").asText()).isEqualTo("ok");
        assertThat(extracted.get("passages").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(workers()).isNotEmpty();
    }

    @Test
    @Tag("full")
    void killed_workers_lose_and_repeat_nothing() {
        List<String> documents = new ArrayList<>();
        for (int kill = 0; kill < 5; kill++) {
            for (int i = 0; i < 4; i++) {
                documents.add(DocumentCalls.aDocument("This document survives its workers."));
            }
            await().until(() -> !workers().isEmpty());
            workers().forEach(ProcessHandle::destroyForcibly);
        }

        for (var document : documents) {
            var events = events(document, 2);
            assertThat(events).extracting(Published::sequence).containsExactly(1, 2);
            assertThat(events.get(1).data().get("status").asText()).isEqualTo("ok");
        }
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(ExtractionProcess.class.getName()::equals))
                .toList();
    }

    @Test
    void a_retry_reads_once_more() {
        var document = DocumentCalls.aDocument("Read twice.");
        events(document, 2);

        DocumentCalls.as("contributor")
                .post("/api/documents/{id}/retry", document)
                .then()
                .statusCode(202);

        assertThat(events(document, 3).get(2).data().get("extraction").asInt()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(topics().chunks(document)
                        .get(document + "/0")
                        .orElseThrow()
                        .get("extraction")
                        .asInt())
                .isEqualTo(2));
    }

    @Test
    void rights_are_taken_over_into_the_published_text() {
        var document = DocumentCalls.aDocument("To be opened.");
        chunks(document, 1);

        DocumentCalls.json("curator", "{\"rights\":\"public\",\"title\":\"Opened\"}")
                .put("/api/documents/{id}/metadata", document)
                .then()
                .statusCode(201);

        await().untilAsserted(() -> assertThat(topics().chunks(document)
                        .get(document + "/0")
                        .orElseThrow()
                        .get("rights")
                        .asText())
                .isEqualTo("public"));
        var corrected = events(document, 3).get(2).data();
        ContractFiles.assertValid("events/document/document-metadata-corrected", 1, corrected);
        assertThat(corrected.get("corrected")).extracting(JsonNode::asText).containsExactly("title", "rights");
        assertThat(corrected.get("language").asText()).isEqualTo("en");
    }

    @Test
    void a_takedown_leaves_tombstones() {
        var document = DocumentCalls.aDocument("A sentence that says little, many times over. ".repeat(30_000));
        chunks(document, 3);

        DocumentCalls.json("admin", "{\"reason\":\"asked for\"}")
                .post("/api/documents/{id}/takedown", document)
                .then()
                .statusCode(201);

        await().untilAsserted(() ->
                assertThat(topics().chunks(document).values()).hasSize(3).allMatch(Optional::isEmpty));
        ContractFiles.assertValid(
                "events/document/document-taken-down",
                1,
                events(document, 3).get(2).data());
    }

    @Test
    void a_job_that_a_crash_left_is_done() throws SQLException {
        var document = DocumentCalls.aDocument("Left by a crash.");
        events(document, 2);

        execute("INSERT INTO extraction_job (document, attempts) VALUES ('%s', 1)".formatted(document));

        assertThat(events(document, 3).get(2).data().get("status").asText()).isEqualTo("ok");
    }

    @Test
    void a_job_that_was_taken_while_the_clock_was_ahead_is_done() throws SQLException {
        var document = DocumentCalls.aDocument("Taken in ten days.");
        events(document, 2);

        execute("INSERT INTO extraction_job (document, taken_by, next_attempt_at)"
                + " VALUES ('%s', gen_random_uuid(), clock_timestamp() + interval '10 days')".formatted(document));

        assertThat(events(document, 3).get(2).data().get("extraction").asInt()).isEqualTo(2);
    }

    @Test
    void a_document_that_ends_the_program_every_time_is_given_up() throws SQLException {
        var pdf = DocumentCalls.words("%PDF-1.4");
        DocumentCalls.send("application/pdf", pdf).then().statusCode(202);
        events(DocumentCalls.id(pdf), 2);

        execute("INSERT INTO extraction_job (document, attempts) VALUES ('%s', 5)".formatted(DocumentCalls.id(pdf)));

        var given = events(DocumentCalls.id(pdf), 3).get(2).data();
        assertThat(given.get("status").asText()).isEqualTo("corrupt");
        ContractFiles.assertValid("events/document/document-extracted", 1, given);
    }

    @Test
    void a_lost_topic_is_filled_again() throws SQLException {
        var document = DocumentCalls.aDocument("Published again.");
        chunks(document, 1);

        DocumentCalls.as("curator").post("/relay/texts/republication").then().statusCode(403);
        assertThat(topics().times(document + "/0")).isEqualTo(1);
        DocumentCalls.as("admin").post("/relay/texts/republication").then().statusCode(200);

        await().untilAsserted(() -> assertThat(topics().times(document + "/0")).isEqualTo(2));
        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(topics().chunks(document)).containsOnlyKeys(document + "/0");
    }

    private JsonNode extracted(String document) {
        return events(document, 2).get(1).data();
    }

    private List<Published> events(String document, int atLeast) {
        return await().until(() -> topics().events(document), events -> events.size() >= atLeast);
    }

    private List<Optional<JsonNode>> chunks(String document, int atLeast) {
        return await().until(() -> List.copyOf(topics().chunks(document).values()), chunks -> chunks.size() >= atLeast);
    }

    private DocumentTopics topics() {
        return new DocumentTopics(bootstrapServers);
    }

    private static List<String> anchors(List<JsonNode> chunks) {
        return chunks.stream()
                .flatMap(chunk -> StreamSupport.stream(chunk.get("passages").spliterator(), false))
                .map(passage -> passage.get("anchor").asText())
                .toList();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long pending() throws SQLException {
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM text_publication WHERE pending IS NOT NULL")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

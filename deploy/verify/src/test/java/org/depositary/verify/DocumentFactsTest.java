package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are uploaded, their passages can be read, and facts can quote them exactly only. */
@ExtendWith(SharedInstallation.class)
class DocumentFactsTest {

    private static final Path SEEDS = TestInstallation.ROOT.resolve("../shared/seeds");

    private final TestInstallation installation;
    private final OriginClient nobody;
    private final OriginClient contributor;
    private final OriginClient curator;

    DocumentFactsTest(TestInstallation installation) {
        this.installation = installation;
        this.nobody = installation.client();
        this.contributor = nobody.with(installation.token("contributor"));
        this.curator = nobody.with(installation.token("curator"));
    }

    @ParameterizedTest
    @CsvSource({
        "waterraad.txt, text/plain, nl",
        "communique.html, text/html, en",
        "protocol-windows-1252.txt, text/plain, en"
    })
    void a_document_is_read_whole(String file, String type, String language) {
        var bytes = bytes(file);
        var location = received(bytes, file, type);
        assertThat(location).isEqualTo("/api/documents/" + id(bytes));

        var document = extracted(location);
        assertThat(document.path("status").asText()).as(document.toString()).isEqualTo("ok");
        assertThat(document.path("language").asText()).isEqualTo(language);
        assertThat(document.path("rights").asText()).isEqualTo("restricted");
        everyPassageIsItsSlice(location);

        var again = contributor.send(
                "POST", "/api/documents?filename=" + file, BodyPublishers.ofByteArray(bytes), "Content-Type", type);
        assertThat(again.status()).isEqualTo(200);
        assertThat(contributor.get(location + "/content").header("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void the_text_of_a_restricted_document_needs_a_contributor() {
        var location = received(bytes("waterraad.txt"), "waterraad.txt", "text/plain");
        extracted(location);
        assertThat(nobody.get(location).status()).isEqualTo(200);
        assertThat(nobody.get(location + "/text").status()).isIn(401, 403);
        assertThat(nobody.get(location + "/content").status()).isIn(401, 403);
        onceThere(contributor, location + "/text");
    }

    @Test
    void a_public_document_sent_with_its_metadata_is_everybodys() {
        var boundary = UUID.randomUUID().toString();
        var text = "The council of the public documents met in Osh on 3 May 2006. All its members were present.\n";
        var body = multipart(boundary, text.getBytes(StandardCharsets.UTF_8), "{\"rights\":\"public\"}");
        var answer = contributor.send(
                "POST",
                "/api/documents",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
        assertThat(answer.status()).as(answer.text()).isIn(200, 202);
        var location = answer.header("Location");
        assertThat(extracted(location).path("rights").asText()).isEqualTo("public");
        assertThat(onceThere(nobody, location + "/text").text()).contains("council of the public documents");
    }

    @Test
    void a_word_finds_the_document_and_the_place() {
        var location = received(bytes("communique.html"), "communique.html", "text/html");
        extracted(location);
        await().untilAsserted(() -> {
            var found =
                    contributor.get("/api/documents?q=hospitality").expect(200).items();
            assertThat(found).anySatisfy(document -> {
                assertThat(location).endsWith(document.path("id").asText());
                var hit = document.path("hits").get(0);
                var range = hit.path("highlights").get(0);
                var text = hit.path("text").asText();
                assertThat(slice(text, range.get(0).asInt(), range.get(1).asInt()))
                        .isEqualToIgnoringCase("hospitality");
            });
        });
    }

    @Test
    void a_quote_is_taken_word_by_word() {
        var location = received(bytes("communique.html"), "communique.html", "text/html");
        extracted(location);
        quotable(location, "granted the status of observer", "granted the rank of observer");
    }

    static boolean seedsAreThere() {
        return Files.isDirectory(SEEDS);
    }

    @Test
    @EnabledIf("seedsAreThere")
    void the_source_texts_go_in_from_the_command_line() throws Exception {
        var files = List.of("000_ca45dee5200f5c0c.txt", "001_ac4e1550f5ccb55e.txt", "004_678b194ee597942d.txt");
        var languages = List.of("nl", "nl", "en");
        var paths = files.stream()
                .map(file -> SEEDS.resolve(file).toAbsolutePath().toString())
                .toArray(String[]::new);
        var printed = installation.command("ingest", paths);
        assertThat(printed.exit()).as(printed.output()).isZero();
        for (int n = 0; n < files.size(); n++) {
            var location = "/api/documents/" + id(Files.readAllBytes(SEEDS.resolve(files.get(n))));
            var document = extracted(location);
            assertThat(document.path("status").asText()).isEqualTo("ok");
            assertThat(document.path("language").asText()).isEqualTo(languages.get(n));
            everyPassageIsItsSlice(location);
        }
        var astana = "/api/documents/" + id(Files.readAllBytes(SEEDS.resolve(files.get(2))));
        quotable(
                astana,
                "granting the SCO observer status to Pakistan, Iran and India",
                "granting the SCO member status to Pakistan, Iran and India");
    }

    /** The exact quote is accepted. A quote with a changed word is rejected as misquoted. */
    private void quotable(String location, String quote, String altered) {
        var document = location.substring(location.lastIndexOf('/') + 1);
        var passage = passages(location).stream()
                .filter(candidate -> candidate.path("text").asText().contains(quote))
                .findFirst()
                .orElseThrow();
        var organization = "quoted-" + UUID.randomUUID().toString().substring(0, 8);
        curator.put("/api/organizations/" + organization, CommandBodies.organization("Quoted"))
                .expect(201);
        var changes = "/api/organizations/%s/membership-changes".formatted(organization);
        var anchor = passage.path("anchor").asText();
        var right = Map.of("document", document, "anchor", anchor, "quote", quote);
        var wrong = Map.of("document", document, "anchor", anchor, "quote", altered);
        var elsewhere = Map.of("document", document, "anchor", "no-such-anchor", "quote", quote);
        var change = CommandBodies.change("MN", "observer-status", "2004-06-17");

        // The owner of the fact answers "retry later" until it has the passage.
        await().until(() -> {
            var answer = curator.post(changes, CommandBodies.with(change, "sources", List.of(right)));
            assertThat(answer.status()).as(answer.text()).isIn(201, 503);
            return answer.status() == 201;
        });
        for (var source : List.of(wrong, elsewhere)) {
            var refused = curator.post(
                    changes,
                    CommandBodies.with(
                            CommandBodies.change("KZ", "accession", "2004-06-17"), "sources", List.of(source)));
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.body().path("type").asText()).isEqualTo("/problems/misquoted");
        }
    }

    private String received(byte[] bytes, String file, String type) {
        var answer = contributor.send(
                "POST", "/api/documents?filename=" + file, BodyPublishers.ofByteArray(bytes), "Content-Type", type);
        assertThat(answer.status()).as(answer.text()).isIn(200, 202);
        return answer.header("Location");
    }

    private JsonNode extracted(String location) {
        return await().until(
                        () -> contributor.get(location),
                        answer -> answer.status() == 200
                                && !List.of("received", "extracting")
                                        .contains(answer.body().path("status").asText()))
                .body();
    }

    private void everyPassageIsItsSlice(String location) {
        var text = onceThere(contributor, location + "/text").text();
        var passages = passages(location);
        assertThat(passages).isNotEmpty();
        assertThat(passages).allSatisfy(passage -> assertThat(slice(
                        text, passage.path("start").asInt(), passage.path("end").asInt()))
                .isEqualTo(passage.path("text").asText()));
        assertThat(passages)
                .extracting(passage -> passage.path("anchor").asText())
                .doesNotHaveDuplicates();
    }

    private List<JsonNode> passages(String location) {
        return onceThere(contributor, location + "/passages?limit=1000").items();
    }

    /** Waits for the text: the gateway answers "retry later" until it has arrived on its topic. */
    private static GatewayAnswer onceThere(OriginClient client, String path) {
        return await().until(() -> client.get(path), answer -> answer.status() != 503)
                .expect(200);
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static byte[] bytes(String file) {
        try (var in = DocumentFactsTest.class.getResourceAsStream("/documents/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] multipart(String boundary, byte[] file, String metadata) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"osh.txt\"\r\nContent-Type: text/plain\r\n\r\n")
                        .formatted(boundary, metadata, boundary)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}

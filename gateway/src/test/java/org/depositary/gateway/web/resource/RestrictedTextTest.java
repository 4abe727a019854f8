package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.web.resource.PublishedDocument.FoundHit;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that the text of a restricted document reaches no reader without the role, by any read of the gateway. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class RestrictedTextTest {

    /** A stream that does not end. It sends the items of {@code /api/changes}. */
    private static final Set<String> ENDLESS = Set.of("/api/changes/stream");

    private final String secret = "Secret" + Register.slug("").substring(1);
    private final String quoted = "Quoted" + Register.slug("").substring(1);

    @Inject
    Register register;

    @Inject
    GatewayTableQueries tables;

    private PublishedDocument restricted() {
        var document = PublishedDocument.of(
                register,
                "restricted",
                "\"title\": \"A restricted document\", \"date\": \"2005\"",
                "en",
                "Before it %s stands, then the words %s of members, and after it %s.".formatted(secret, quoted, secret),
                "Another passage with %s.".formatted(secret));
        document.cite("the words %s of members".formatted(quoted));
        return document;
    }

    @Tag("full")
    @Test
    void no_documented_read_shows_the_text_to_readers_without_the_role() {
        var document = restricted();
        var reads = reads(document);
        assertThat(reads).hasSizeGreaterThan(40);
        for (var read : reads) {
            for (var reader : List.of(register.after(), document.as("reader"))) {
                assertHidesSecret(read, reader.get(read));
            }
            assertHidesSecret(
                    read,
                    register.after()
                            .header("Accept", "text/html, text/csv, */*;q=0.1")
                            .get(read));
            assertHidesSecret(
                    read,
                    register.after()
                            .header("Accept", "application/ld+json, */*;q=0.1")
                            .get(read));
            assertHidesSecret(
                    read, register.after().header("If-None-Match", "*").get(read));
        }
    }

    @Test
    void with_the_role_the_same_reads_show_it() {
        var document = restricted();
        for (var read : List.of("/text", "/passages")) {
            assertThat(document.as("contributor")
                            .get("/api/documents/" + document.id() + read)
                            .asString())
                    .contains(secret);
        }
        assertThat(document.hits(document.as("contributor"), secret).orElseThrow())
                .hasSize(2);
    }

    @Test
    void without_the_role_only_the_quotes_of_facts_are_found() {
        var document = restricted();
        for (var question : List.of(quoted, "word member", "\"words %s of\"".formatted(quoted))) {
            var hits = document.hits(register.after(), question).orElseThrow();
            assertThat(hits).as(question).extracting(FoundHit::kind).containsExactly("quote");
            assertThat(hits.getFirst().anchor()).isEqualTo("p-1");
            assertThat(hits.getFirst().text()).isEqualTo("the words %s of members".formatted(quoted));
            assertThat(hits.getFirst().json().has("start")).isFalse();
            assertThat(hits.getFirst().highlighted()).isNotEmpty();
        }
        for (var question : List.of(secret, quoted + " " + secret, "\"then the words\"", quoted + " passage")) {
            assertThat(document.hits(register.after(), question)).as(question).isEmpty();
        }
        assertThat(document.hits(document.as("contributor"), quoted).orElseThrow())
                .extracting(FoundHit::kind)
                .containsExactly("paragraph");
    }

    @Test
    void rights_that_change_hide_and_show_the_text_at_once() {
        var document = restricted();
        correctRights(document, "public");
        assertThat(document.hits(register.after(), secret).orElseThrow()).hasSize(2);
        correctRights(document, "restricted");
        assertThat(document.hits(register.after(), secret)).isEmpty();
        assertHidesSecret("/text", register.after().get("/api/documents/%s/text".formatted(document.id())));
    }

    @Test
    void after_a_takedown_no_table_of_the_gateway_has_the_text() {
        var document = restricted();
        assertThat(tablesWithSecret()).contains("text_chunk", "passage");
        register.document(document.id(), "document-taken-down", "\"reason\": \"asked for\"");
        register.text(document.id() + "/0", null);
        await().untilAsserted(() -> assertThat(tablesWithSecret()).isEmpty());
        tables.select("ANALYZE");
        assertThat(tablesWithSecret()).isEmpty();
        // The quote stays with its fact, also for callers with the role.
        assertThat(document.hits(document.as("contributor"), quoted).orElseThrow())
                .extracting(FoundHit::kind)
                .containsExactly("quote");
    }

    @Test
    void after_a_lifted_takedown_the_document_starts_again() {
        var document = restricted();
        correctRights(document, "public");
        register.document(document.id(), "document-taken-down", "\"reason\": \"asked for\"");
        register.text(document.id() + "/0", null);
        register.document(document.id(), "document-takedown-lifted", "\"reason\": \"allowed\"");
        var lifted = register.after().get("/api/documents/" + document.id());
        assertThat(lifted.<String>path("takenDown.lifted.reason")).isEqualTo("allowed");
        assertThat(document.as("contributor")
                        .get("/api/documents/%s/text".formatted(document.id()))
                        .statusCode())
                .isEqualTo(404);

        document.receive("restricted", "\"title\": \"Received again\"");

        var again = register.after().get("/api/documents/" + document.id());
        assertThat(again.<Object>path("takenDown")).isNull();
        assertThat(again.<String>path("status")).isEqualTo("received");
        assertThat(again.<String>path("rights")).isEqualTo("restricted");
        assertThat(again.<String>path("title")).isEqualTo("Received again");
    }

    private void correctRights(PublishedDocument document, String rights) {
        register.document(
                document.id(),
                "document-metadata-corrected",
                "\"rights\": \"%s\", \"corrected\": [\"rights\"]".formatted(rights));
    }

    /** All GET routes of the OpenAPI document, with parameters, and more questions to the list of documents. */
    private Set<String> reads(PublishedDocument document) {
        Map<String, Map<String, Object>> paths = register.after()
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var reads = new TreeSet<String>();
        paths.forEach((path, item) -> {
            if (item.containsKey("get") && !ENDLESS.contains(path)) {
                reads.add(filled(path, document));
            }
        });
        assertThat(reads).contains("/api/documents", "/api/changes");
        for (var question : List.of(secret, quoted, "stands", "\"the words\"", quoted + " or " + secret)) {
            reads.add("/api/documents?limit=1000&q=" + question);
        }
        reads.add("/api/documents/%s/text?known-at=2020-01-01T00:00:00Z".formatted(document.id()));
        reads.add("/api/documents/%s/passages?limit=1".formatted(document.id()));
        reads.add("/api/changes?limit=1000&type=document-extracted");
        return reads;
    }

    private static String filled(String path, PublishedDocument document) {
        return path.replaceAll("\\{(id|document)}", document.id())
                .replaceAll("\\{anchor}", "p-1")
                .replaceAll("\\{(code|party)}", "KZ")
                .replaceAll("\\{claim}", "1")
                .replaceAll("\\{slug}", "not-found")
                .replaceAll("\\{[^}]*}", "sco");
    }

    private void assertHidesSecret(String read, Response response) {
        // A search repeats its question in links, so only lower-case texts of the document count.
        var body = response.asString()
                .replace("q=" + secret, "")
                .replace("or+" + secret, "")
                .replace("or%20" + secret, "");
        assertThat(body.toLowerCase(Locale.ROOT)).as(read).doesNotContain(secret.toLowerCase(Locale.ROOT));
        assertThat(response.headers().toString().replaceAll("q=[^&>]*", ""))
                .as(read)
                .doesNotContainIgnoringCase(secret);
    }

    /** The tables, of every schema of the database, that have the secret word in any column. */
    private List<String> tablesWithSecret() {
        return tables.select("""
                        SELECT relnamespace::regnamespace || '.' || relname FROM pg_class
                        WHERE relkind = 'r' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                        UNION ALL SELECT 'pg_stats'
                        """).stream()
                .filter(table -> !tables.select(
                                "SELECT 1 FROM %s t WHERE t::text ILIKE '%%%s%%' LIMIT 1".formatted(table, secret))
                        .isEmpty())
                .map(table -> table.replace("public.", ""))
                .toList();
    }
}

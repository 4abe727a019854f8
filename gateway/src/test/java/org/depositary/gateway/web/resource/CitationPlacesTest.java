package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Citations follow their quotes into a new extraction of the document, and become findings rather than change. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class CitationPlacesTest {

    private String id = UUID.randomUUID().toString().replace("-", "");
    private final String organization = Register.slug("o");

    @Inject
    Register register;

    @Inject
    GatewayTableQueries tables;

    private record Passage(String anchor, String kind, String text) {}

    private static Passage paragraph(String anchor, String text) {
        return new Passage(anchor, "paragraph", text);
    }

    /** Publishes a text in one chunk, as a new extraction. */
    private void extracted(int extraction, Passage... passages) {
        if (extraction == 1) {
            register.document(id, "document-received", """
                    "sha256": "%s%s", "bytes": 100, "mediaType": "application/pdf", "filename": "v.pdf",
                    "rights": "public", "metadata": {"title": "A treaty"}
                    """.formatted(id, id));
        }
        var text = new StringBuilder();
        var locations = new ArrayList<String>();
        for (var passage : passages) {
            locations.add("""
                    {"anchor": "%s", "kind": "%s", "start": %d, "end": %d, "language": "en", "page": 3}
                    """.formatted(
                            passage.anchor(),
                            passage.kind(),
                            text.length(),
                            text.length() + passage.text().length()));
            text.append(passage.text()).append("\n\n");
        }
        register.text(id + "/0", """
                {"document": "%s", "extraction": %d, "chunk": 0, "chunks": 1, "start": 0, "text": "%s",
                 "rights": "public", "passages": [%s]}
                """.formatted(
                        id, extraction, text.toString().replace("\n", "\\n"), String.join(",", locations)));
        var event = register.document(
                id, "document-extracted", """
                "extraction": %d, "status": "ok", "language": "en", "characters": %d, "passages": %d, "textSha256": "%s%s"
                """.formatted(extraction, text.length(), passages.length, id, id));
        register.after(event).get("/api/documents/" + id).then().statusCode(200);
        await().untilAsserted(() ->
                assertThat(passage(passages[0].anchor()).<String>path("text")).isEqualTo(passages[0].text()));
    }

    private Response passage(String anchor) {
        return register.after().get("/api/documents/%s/passages/%s".formatted(id, anchor));
    }

    /** Records a fact that cites a passage. Returns its URL. */
    private Published cited(String party, String anchor, String quote) {
        return register.publish(
                "membership",
                "membership:%s/%s".formatted(organization, party),
                "membership-changed",
                party + id,
                """
                {"id": "%s%s", "organization": "%s", "party": "%s", "change": "accession", "effective": "2001",
                 "founding": false, "sources": [{"document": "%s", "anchor": "%s"%s}]}
                """.formatted(
                                party,
                                id,
                                organization,
                                party,
                                id,
                                anchor,
                                quote.isEmpty() ? "" : ", \"quote\": \"%s\"".formatted(quote)));
    }

    private Response fact(Published fact) {
        return register.after(fact).get("/api/membership-changes/" + fact.id());
    }

    private List<String> orphans(String query) {
        return register.after()
                .get("/api/findings?kind=orphaned-citation&limit=1000" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.organizations.contains('%s') }.detail".formatted(organization));
    }

    @Test
    void a_citation_moves_with_its_quote() {
        extracted(1, paragraph("p-1", "The towns met."), paragraph("p-2", "They share the amber."));
        var stays = cited("KZ", "p-1", "The towns");
        var moves = cited("CN", "p-2", "share the  amber");
        fact(moves).then().body("sources[0].anchor", equalTo("p-2")).body("sources[0].currentAnchor", nullValue());

        extracted(
                2,
                paragraph("p-1", "The towns met."),
                paragraph("p-2", "It was spring."),
                paragraph("art-1.p-1", "They share the"),
                new Passage("fn-1", "footnote", "1 Ibid."),
                paragraph("art-1.p-2", "amber."));
        await().untilAsserted(() -> fact(moves).then().body("sources[0].currentAnchor", equalTo("art-1.p-1")));
        fact(moves)
                .then()
                .body("sources[0].anchor", equalTo("p-2"))
                .body("sources[0].quote", equalTo("share the  amber"));
        fact(stays).then().body("sources[0].currentAnchor", nullValue()).body("sources[0].orphaned", nullValue());
        register.after()
                .get("/api/documents/%s/citations".formatted(id))
                .then()
                .body("items.sources.flatten().currentAnchor", contains(equalTo("art-1.p-1"), nullValue()));
        assertThat(orphans("")).isEmpty();
    }

    @Test
    void a_citation_without_a_place_is_a_finding() {
        extracted(1, paragraph("p-1", "The towns met."), paragraph("p-2", "They share the amber."));
        var gone = cited("KZ", "p-2", "share the amber");
        var passage = cited("CN", "p-2", "");
        await().untilAsserted(() -> fact(gone).then().statusCode(200));

        extracted(2, paragraph("p-1", "The towns met. They share the salt."));
        await().untilAsserted(() -> assertThat(orphans("")).hasSize(2));
        assertThat(orphans("&organization=" + organization))
                .containsExactlyInAnyOrder(
                        "the quote \"share the amber\" from passage p-2 of document %s is not in the current text"
                                .formatted(id),
                        "passage p-2 of document %s does not exist in the current text".formatted(id));
        fact(gone).then().body("sources[0].orphaned", equalTo(true)).body("sources[0].anchor", equalTo("p-2"));

        extracted(3, paragraph("p-7", "They share the amber."), paragraph("p-2", "The towns met."));
        await().untilAsserted(() -> assertThat(orphans("")).isEmpty());
        fact(gone).then().body("sources[0].currentAnchor", equalTo("p-7"));
        fact(passage).then().body("sources[0].currentAnchor", nullValue()).body("sources[0].orphaned", nullValue());
    }

    @Test
    void of_several_places_the_one_with_the_same_words_around_it_is_taken() {
        extracted(
                1,
                paragraph("p-1", "In spring the council met in 2001 at the harbour of the north."),
                paragraph("p-2", "Salt was sold."));
        var known = cited("KZ", "p-1", "2001");
        fact(known).then().statusCode(200);
        cited("CN", "p-99", "");
        // The citations of a document are looked up together.
        await().untilAsserted(() -> assertThat(orphans("")).hasSize(1));
        extracted(
                2,
                paragraph("p-1", "Salt was sold."),
                paragraph("p-2", "A flood came in 2001, and the dykes broke."),
                paragraph("p-3", "In spring the council met in 2001 at the harbour of the north."));
        await().untilAsserted(() -> fact(known).then().body("sources[0].currentAnchor", equalTo("p-3")));
    }

    @Test
    void a_document_that_fails_does_not_block_the_next_one() {
        var failing = "0" + id.substring(1);
        var next = "f" + id.substring(1);
        var trigger = """
                CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a fault of this test'; END $$;
                CREATE TRIGGER fail BEFORE UPDATE ON public.citation_place FOR EACH ROW
                WHEN (NEW.document = '%s' AND NOT NEW.pending) EXECUTE FUNCTION public.fail();
                """.formatted(failing);
        tables.select(trigger);
        try {
            var waits = citedAndMoved(failing);
            var moves = citedAndMoved(next);
            await().untilAsserted(() -> fact(moves).then().body("sources[0].currentAnchor", equalTo("p-2")));
            fact(waits).then().body("sources[0].currentAnchor", nullValue());
        } finally {
            tables.select("DROP TRIGGER fail ON public.citation_place; DROP FUNCTION public.fail()");
        }
        await().untilAsserted(() -> assertThat(tables.select(
                        "SELECT document FROM public.citation_place WHERE pending AND document = ?", failing))
                .isEmpty());
    }

    private Published citedAndMoved(String document) {
        id = document;
        extracted(1, paragraph("p-1", "They share the amber."), paragraph("p-2", "The towns met."));
        var fact = cited("KZ", "p-1", "share the amber");
        fact(fact).then().statusCode(200);
        extracted(2, paragraph("p-1", "The towns met."), paragraph("p-2", "They share the amber."));
        return fact;
    }

    @Test
    void a_passage_has_selectors() {
        extracted(
                1,
                paragraph("p-1", "The towns met."),
                paragraph("p-2", "They share <amber> and"),
                new Passage("fn-1", "footnote", "1 Ibid."),
                paragraph("p-3", "salt."));
        passage("p-2")
                .then()
                .statusCode(200)
                .header("Vary", equalTo("Accept, Accept-Language, Authorization, Accept-Encoding, Cookie"))
                .body("url", equalTo("/api/documents/%s/passages/p-2".formatted(id)))
                .body("kind", equalTo("paragraph"))
                .body("selectors.type", contains("FragmentSelector", "TextPositionSelector", "TextQuoteSelector"))
                .body("selectors[0].value", equalTo("page=3"))
                .body("selectors[1].start", equalTo(16))
                .body("selectors[1].end", equalTo(38))
                .body("selectors[2].exact", equalTo("They share <amber> and"))
                .body("selectors[2].prefix", equalTo("The towns met.\n\n"))
                .body("selectors[2].suffix", equalTo("\n\n1 Ibid.\n\nsalt.\n\n"))
                .body("next", equalTo("/api/documents/%s/passages/fn-1".formatted(id)));
        register.after()
                .queryParam("quote", "<amber> and salt")
                .get("/api/documents/%s/passages/p-2".formatted(id))
                .then()
                .body("quote.anchors", contains("p-2", "fn-1", "p-3"))
                .body("quote.selectors[1].start", equalTo(27))
                .body("quote.selectors[1].end", equalTo(53));
        var page = register.after()
                .queryParam("quote", "<amber> and salt")
                .accept("text/html, */*;q=0.5")
                .get("/api/documents/%s/passages/p-2".formatted(id));
        page.then()
                .contentType("text/html")
                .header("Vary", equalTo("Accept, Accept-Language, Authorization, Accept-Encoding, Cookie"));
        assertThat(page.asString()).contains("They share <mark>&lt;amber&gt; and</mark></blockquote>");
        for (var unknown : List.of("p-9", "art-1")) {
            passage(unknown)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString("no passage '%s'".formatted(unknown)));
        }
        register.after()
                .queryParam("quote", "amber, and")
                .get("/api/documents/%s/passages/p-2".formatted(id))
                .then()
                .statusCode(404)
                .body("detail", containsString("does not begin in passage"));
    }
}

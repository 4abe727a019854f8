package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.read.documents.DocumentText;
import org.depositary.gateway.read.documents.PassageItem;
import org.depositary.gateway.read.documents.TextAccess;
import org.depositary.gateway.read.lists.CompleteList;
import org.depositary.gateway.read.lists.CompleteList.Part;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests documents: everyone may read their metadata, but only some callers may read restricted texts. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class DocumentsTest {

    /** Contains a character beyond the Basic Multilingual Plane, which counts as one character. */
    private static final String FIRST = "Verklaring \uD83E\uDD1D over %s";

    private static final String SECOND = "De lidstaten <b>steunen</b> elkaar; oefeningen worden gehouden.";

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final String word = "w" + id.substring(0, 12);
    private final String first = FIRST.formatted(word);
    private final String text = first + "\n\n" + SECOND + "\n";

    @Inject
    Register register;

    @Inject
    GatewayTableQueries log;

    @Inject
    CompleteList lists;

    @Inject
    SnapshotReader snapshots;

    private Published received(String rights) {
        return register.document(id, "document-received", """
                "sha256": "%s%s", "bytes": 100, "mediaType": "text/plain", "filename": "v.txt", "rights": "%s",
                "metadata": {"title": "Verklaring %s", "date": "2005-07-05"}
                """.formatted(id, id, rights, word));
    }

    private Published extracted() {
        return register.document(id, "document-extracted", """
                "extraction": 1, "status": "ok", "title": "Read in it", "author": "A secretariat", "language": "nl",
                "characters": %d, "passages": 2, "textSha256": "%s%s"
                """.formatted(length(text), id, id));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Publishes a text in two parts, as long texts are published. */
    private void text() {
        int second = length(first) + 2;
        register.text(id + "/0", """
                {"document": "%s", "extraction": 1, "chunk": 0, "chunks": 2, "start": 0, "text": "%s\\n\\n",
                 "rights": "restricted",
                 "passages": [{"anchor": "p-1", "kind": "heading", "start": 0, "end": %d, "language": "nl"}]}
                """.formatted(id, first, length(first)));
        register.text(id + "/1", """
                {"document": "%s", "extraction": 1, "chunk": 1, "chunks": 2, "start": %d, "text": "%s\\n",
                 "rights": "restricted",
                 "passages": [{"anchor": "p-2", "kind": "paragraph", "start": %d, "end": %d, "language": "nl", "page": 2}]}
                """.formatted(id, second, SECOND, second, second + length(SECOND)));
    }

    private RequestSpecification as(String role) {
        return register.after().header("Authorization", "Bearer " + RealPostgresAndKafka.token(role));
    }

    private Response textOf(String role) {
        return as(role).get("/api/documents/%s/text".formatted(id));
    }

    private void known(String rights) {
        var received = received(rights);
        var extracted = extracted();
        text();
        register.after(received, extracted).get("/api/documents/" + id).then().statusCode(200);
        await().untilAsserted(
                        () -> assertThat(textOf("contributor").statusCode()).isEqualTo(200));
    }

    @Test
    void everyone_sees_what_is_known_of_a_document() {
        known("restricted");
        register.after()
                .get("/api/documents/" + id)
                .then()
                .header("Depositary-Version", "document:%s@2".formatted(id))
                .body("status", equalTo("ok"))
                .body("rights", equalTo("restricted"))
                .body("title", equalTo("Verklaring " + word))
                .body("author", equalTo("A secretariat"))
                .body("date.edtf", equalTo("2005-07-05"))
                .body("language", equalTo("nl"))
                .body("characters", equalTo(length(text)))
                .body("passages", equalTo(2))
                .body("sameTextAs", empty())
                .body("recordings", hasSize(2));
    }

    @Test
    void a_correction_is_believed_before_what_was_given_and_read() {
        received("restricted");
        extracted();
        var corrected = register.document(id, "document-metadata-corrected", """
                "title": "As printed", "rights": "public", "corrected": ["title", "rights"], "reason": "As printed"
                """);
        register.after(corrected)
                .get("/api/documents/" + id)
                .then()
                .body("title", equalTo("As printed"))
                .body("rights", equalTo("public"))
                .body("author", equalTo("A secretariat"));
    }

    private Published extractedWithConflict() {
        return register.document(id, "document-extracted", """
                "extraction": 1, "status": "ok", "title": "Read in it", "date": "2005-07-05", "place": "Astana",
                "language": "nl", "characters": 10, "passages": 2, "textSha256": "%s%s",
                "signatories": ["Republic of Kazakhstan", "Kyrgyz Republic"],
                "origins": {"title": {"from": "heading", "anchor": "h-1"}, "date": {"from": "text", "anchor": "p-2"},
                            "place": {"from": "text", "anchor": "p-2"}, "language": {"from": "text"}},
                "conflicts": [{"field": "date", "values": [{"value": "2005-07-05", "from": "text", "anchor": "p-2"},
                                                           {"value": "2005-07-06", "from": "header-line"}]}]
                """.formatted(id, id));
    }

    @Test
    void a_document_shows_where_its_metadata_was_read() {
        received("restricted");
        var extracted = extractedWithConflict();
        register.after(extracted)
                .get("/api/documents/" + id)
                .then()
                .body("title", equalTo("Verklaring " + word))
                .body("signatories", contains("Republic of Kazakhstan", "Kyrgyz Republic"))
                .body("origins.title.from", equalTo("upload"))
                .body("origins.date.from", equalTo("upload"))
                .body("origins.place", equalTo(Map.of("from", "text", "anchor", "p-2")))
                .body("origins.language", equalTo(Map.of("from", "text")))
                .body("conflicts.field", contains("title", "date"))
                .body("conflicts[0].values.value", contains("Verklaring " + word, "Read in it"))
                .body("conflicts[0].values.from", contains("upload", "heading"))
                .body("conflicts[1].values.value", contains("2005-07-05", "2005-07-06"))
                .body("conflicts[1].values.from", contains("upload", "header-line"));
        register.after()
                .get("/api/documents?limit=1000")
                .then()
                .body("items.find { it.id == '%s' }.conflicts.field".formatted(id), contains("title", "date"));
    }

    @Test
    void different_dates_in_a_document_are_a_finding_until_a_curator_decides() {
        var finding = "items.findAll { it.facts == ['/api/documents/%s'] }".formatted(id);
        received("restricted");
        var extracted = extractedWithConflict();
        register.after(extracted)
                .get("/api/findings?kind=metadata-conflict&limit=1000")
                .then()
                .body(finding, hasSize(1))
                .body(
                        finding + ".detail",
                        contains("the document states different values of date: 2005-07-05 (text) or 2005-07-06"
                                + " (header-line)"));
        var corrected = register.document(id, "document-metadata-corrected", """
                "title": "Verklaring %s", "date": "2005-07-05", "rights": "restricted", "corrected": ["date"]
                """.formatted(word));
        register.after(corrected)
                .get("/api/findings?kind=metadata-conflict&limit=1000")
                .then()
                .body(finding, empty());
        register.after()
                .get("/api/documents/" + id)
                .then()
                .body("origins.date.from", equalTo("curator"))
                .body("origins.title.from", equalTo("upload"))
                .body("conflicts.field", contains("title"));
    }

    @Test
    void a_restricted_text_needs_the_contributor_role() {
        known("restricted");
        for (var part : List.of("/text", "/passages")) {
            var url = "/api/documents/" + id + part;
            register.after().get(url).then().statusCode(401).contentType("application/problem+json");
            as("reader").get(url).then().statusCode(403).contentType("application/problem+json");
            as("contributor").get(url).then().statusCode(200);
        }
    }

    @Test
    void passages_are_exactly_their_slices_of_the_text() {
        known("public");
        var whole = register.after().get("/api/documents/%s/text".formatted(id));
        assertThat(whole.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(whole.asString()).isEqualTo(text);
        register.after()
                .header("If-None-Match", whole.header("ETag"))
                .get("/api/documents/%s/text".formatted(id))
                .then()
                .statusCode(304);
        var page = register.after().get("/api/documents/%s/passages?limit=1".formatted(id));
        page.then().body("items.anchor", contains("p-1")).body("items.text", contains(first));
        register.after()
                .get("/api/documents/%s/passages?limit=1&after=%s".formatted(id, page.<String>path("next")))
                .then()
                .body("items.anchor", contains("p-2"))
                .body("items.text", contains(SECOND))
                .body("items[0].start", equalTo(length(first) + 2))
                .body("items[0].page", equalTo(2))
                .body("items[0].kind", equalTo("paragraph"));
    }

    @Test
    void pages_of_passages_are_of_one_extraction() throws Exception {
        known("public");
        var passages = "/api/documents/%s/passages?limit=1".formatted(id);
        var page = register.after().get(passages);
        var start = firstPassage();
        var again = register.document(id, "document-extracted", """
                "extraction": 2, "status": "ok", "language": "nl", "characters": 9, "passages": 1
                """);
        register.text(id + "/1", null);
        register.text(id + "/0", """
                {"document": "%s", "extraction": 2, "chunk": 0, "chunks": 1, "start": 0, "text": "Read again",
                 "rights": "public", "passages": [{"anchor": "p-1", "kind": "paragraph", "start": 0, "end": 10}]}
                """.formatted(id));
        register.after(again).get("/api/documents/" + id).then().statusCode(200);
        await().untilAsserted(() -> register.after().get(passages).then().body("items.text", contains("Read again")));
        register.after()
                .get(passages + "&after=" + page.<String>path("next"))
                .then()
                .statusCode(400)
                .body("detail", containsString("extracted again"));
        assertThatThrownBy(() -> lists.readRest(ofPublic(), id, start.asOf(), start.part(), items -> {}))
                .hasMessageContaining("extracted again");
    }

    private record Start(AsOfPoint asOf, Part<PassageItem> part) {}

    /** What a complete list has read before its response begins. */
    private Start firstPassage() throws Exception {
        var now = new AsOfPoint(Optional.empty(), Optional.empty(), LocalDate.EPOCH, LanguagePreference.ENGLISH);
        return snapshots.read(now, snapshot -> {
            var page = ofPublic().page(snapshot, id, new PageRequest(1, List.of()));
            return new Start(snapshot.position().asOf(), new Part<>(page, Long.MAX_VALUE));
        });
    }

    private static ListQuery<String, PassageItem> ofPublic() {
        return DocumentText.passages(new TextAccess() {
            @Override
            public boolean mayReadAll() {
                return false;
            }

            @Override
            public void require(String rights) {
                assertThat(rights).isEqualTo("public");
            }
        });
    }

    @Test
    void a_repaired_text_is_shown_beside_the_extracted_one_and_found() {
        var received = received("public");
        var extracted = register.document(id, "document-extracted", """
                "extraction": 3, "status": "ok", "language": "en", "characters": 60, "passages": 2,
                "tool": "depositary 2; pdfbox 3.0.7"
                """);
        // The two characters beyond the Basic Multilingual Plane count as one each.
        register.text(id + "/0", """
                {"document": "%s", "extraction": 3, "chunk": 0, "chunks": 1, "start": 0, "rights": "public",
                 "text": "\uD83D\uDEA2 One.\\n\\nThe \uD83D\uDEA2 infuence of members3 grew.\\n",
                 "passages": [
                  {"anchor": "p-1", "kind": "paragraph", "start": 0, "end": 6, "language": "en"},
                  {"anchor": "p-2", "kind": "paragraph", "start": 8, "end": 40, "language": "en", "page": 9,
                   "pageLabel": "vii", "box": [72.0, 90.5, 400.1, 28.0], "continuedIn": "p-3",
                   "repaired": "The \uD83D\uDEA2 influence of members grew.",
                   "repairs": [{"start": 16, "end": 17, "replacement": "fl", "reason": "ligature"},
                               {"start": 33, "end": 34, "replacement": "", "reason": "footnote-marker"}]}]}
                """.formatted(id));
        register.after(received, extracted)
                .get("/api/documents/" + id)
                .then()
                .body("extraction", equalTo(3))
                .body("tool", equalTo("depositary 2; pdfbox 3.0.7"));
        var passages = "/api/documents/%s/passages".formatted(id);
        await().untilAsserted(() -> register.after().get(passages).then().statusCode(200));

        register.after()
                .get(passages)
                .then()
                .body("items[0].repaired", nullValue())
                .body("items[0].repairs", nullValue())
                .body("items[1].text", equalTo("The \uD83D\uDEA2 infuence of members3 grew."))
                .body("items[1].repaired", equalTo("The \uD83D\uDEA2 influence of members grew."))
                .body("items[1].repairs.reason", contains("ligature", "footnote-marker"))
                .body("items[1].repairs[0].start", equalTo(16))
                .body("items[1].repairs[0].replacement", equalTo("fl"))
                .body("items[1].pageLabel", equalTo("vii"))
                .body("items[1].box", contains(72.0f, 90.5f, 400.1f, 28.0f))
                .body("items[1].continuedIn", equalTo("p-3"));
        var whole = "/api/documents/%s/text".formatted(id);
        var repaired = register.after().get(whole + "?layer=repaired");
        assertThat(repaired.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(repaired.asString()).isEqualTo("\uD83D\uDEA2 One.\n\nThe \uD83D\uDEA2 influence of members grew.\n");
        assertThat(register.after().get(whole + "?layer=extracted").asString())
                .isEqualTo(register.after().get(whole).asString())
                .contains("infuence");
        assertThat(repaired.header("ETag"))
                .isNotEqualTo(register.after().get(whole).header("ETag"));
        register.after().get(whole + "?layer=other").then().statusCode(400);
        for (var words : List.of("influence members", "infuence members3", "\"influence of members\"")) {
            register.after()
                    .queryParam("q", words)
                    .get("/api/documents?limit=1000")
                    .then()
                    .body("items.id", hasItem(id));
        }
        // A highlight is a slice of the extracted text, also for words of the repaired one.
        register.after()
                .queryParam("q", "\"influence of members\"")
                .get("/api/documents?limit=1000")
                .then()
                .body(
                        "items.find { it.id == '%s' }.hits[0].highlights".formatted(id),
                        contains(List.of(6, 14), List.of(15, 17), List.of(18, 25)));
    }

    @Test
    void a_search_finds_inflected_words_and_tells_where_they_stand() {
        known("public");
        var found = register.after().get("/api/documents?q=oefening steunen \"%s\" or oefening".formatted(word));
        found.then().statusCode(200).body("items.id", hasItem(id));
        found = register.after().get("/api/documents?q=" + word);
        found.then()
                .body("items.id", contains(id))
                .body("items[0].hits.anchor", contains("p-1"))
                .body("items[0].hits[0].text", equalTo(first));
        List<List<Integer>> highlights = found.path("items[0].hits[0].highlights");
        assertThat(highlights).containsExactly(List.of(length("Verklaring X over "), length(first)));
        found = as("contributor").get("/api/documents?q=oefening&limit=1000");
        List<List<Integer>> second = found.path("items.find { it.id == '%s' }.hits[0].highlights".formatted(id));
        int start = SECOND.indexOf("oefeningen");
        assertThat(second).containsExactly(List.of(start, start + "oefeningen".length()));
    }

    @Test
    void a_restricted_text_is_not_found_by_its_words_by_who_may_not_see_it() {
        known("restricted");
        register.after().get("/api/documents?q=steunen&limit=1000").then().body("items.id", not(hasItem(id)));
        as("reader").get("/api/documents?q=steunen&limit=1000").then().body("items.id", not(hasItem(id)));
        as("contributor").get("/api/documents?q=steunen&limit=1000").then().body("items.id", hasItem(id));
        register.after()
                .get("/api/documents?q=" + word)
                .then()
                .body("items.id", contains(id))
                .body("items[0].hits", empty());
    }

    @Test
    void documents_are_filtered() {
        known("public");
        for (var hit : List.of("language=nl", "status=ok", "from=2005", "to=2005-07-05", "from=2005&to=2005")) {
            register.after()
                    .get("/api/documents?q=%s&%s".formatted(word, hit))
                    .then()
                    .body("items", hasSize(1));
        }
        for (var miss : List.of("language=en", "status=partial", "from=2006", "to=2004", "type=charter")) {
            register.after()
                    .get("/api/documents?q=%s&%s".formatted(word, miss))
                    .then()
                    .body("items", empty());
        }
        register.after().get("/api/documents?limit=1").then().body("items", hasSize(1));
    }

    @Test
    void a_takedown_erases_the_text_and_keeps_what_is_known() {
        known("public");
        var gone = register.document(id, "document-taken-down", "\"reason\": \"The publisher asked for it\"");
        register.after(gone)
                .get("/api/documents/" + id)
                .then()
                .body("title", equalTo("Verklaring " + word))
                .body("takenDown.reason", equalTo("The publisher asked for it"));
        assertThat(textOf("admin").statusCode()).isEqualTo(404);
        register.after().get("/api/documents?q=" + word).then().body("items.hits", contains(empty()));
        register.text(id + "/0", null);
        register.text(id + "/1", null);
        await().untilAsserted(() -> assertThat(log.select("SELECT anchor FROM passage WHERE document = ?", id))
                .isEmpty());
        assertThat(log.select("SELECT text FROM text_chunk WHERE document = ?", id))
                .isEmpty();
    }

    @Test
    void what_strangers_send_as_texts_holds_up_no_other_text() {
        var broken = List.of(
                "no JSON",
                "{}",
                "{\"document\": \"%s\", \"extraction\": 1, \"chunk\": 0, \"chunks\": 1, \"start\": 0, \"text\": \"\\u0000\", \"passages\": []}",
                "{\"document\": \"%s\", \"extraction\": 1, \"chunk\": 0, \"chunks\": 1, \"start\": 9, \"text\": \"short\","
                        + " \"passages\": [{\"anchor\": \"p-1\", \"kind\": \"paragraph\", \"start\": 0, \"end\": 99}]}");
        // The key determines the partition, so each invalid value is read before the valid text.
        broken.forEach(value -> register.text(id + "/0", value.formatted(id)));
        broken.forEach(value -> register.text(id + "/1", value.formatted(id)));
        register.text("nonsense", "{}");
        known("public");
        assertThat(textOf("reader").asString()).isEqualTo(text);
    }

    @Test
    void a_merged_exercise_that_cites_it_names_the_record_that_represents_it() {
        known("public");
        var target = register.exercise("\"kind\": \"exercise\", \"status\": \"completed\", \"dates\": \"2007\"");
        var merged = "e-" + id;
        register.publish("exercise", "exercise:" + merged, "exercise-recorded", merged, """
                {"id": "%s", "kind": "exercise", "status": "completed", "dates": "2007", "sources": [{"document": "%s"}]}
                """.formatted(merged, id));
        register.publish("exercise", "exercise:" + merged, "exercise-merge-recorded", "m-" + id, """
                {"id": "m-%s", "exercise": "%s", "into": "%s", "sources": []}
                """.formatted(
                        id, merged, target.id()));
        register.after()
                .get("/api/documents/%s/citations".formatted(id))
                .then()
                .body("items.url", contains("/api/exercises/" + merged))
                .body("items[0].mergedInto", equalTo("/api/exercises/" + target.id()));
    }

    @Test
    void facts_that_cite_it_are_listed() {
        known("public");
        var organization = Register.slug("o");
        var cited = register.publish(
                "membership",
                "membership:%s/KZ".formatted(organization),
                "membership-changed",
                "c-" + id,
                """
                {"id": "c-%s", "organization": "%s", "party": "KZ", "change": "accession", "effective": "2001",
                 "founding": false, "sources": [{"document": "%s", "anchor": "p-1", "quote": "Verklaring"}]}
                """.formatted(id, organization, id));
        register.after(cited)
                .get("/api/documents/%s/citations".formatted(id))
                .then()
                .body("items.url", contains("/api/membership-changes/c-" + id))
                .body("items[0].sources[0].quote", equalTo("Verklaring"));
        register.after()
                .get("/api/documents/%s/citations".formatted("0".repeat(32)))
                .then()
                .statusCode(404);
    }
}

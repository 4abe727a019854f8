package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.texts.MadeUpTexts;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests documents with the same or almost the same text. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class DuplicatesTest {

    /** Only texts of the same test are alike. */
    private final MadeUpTexts texts = new MadeUpTexts(UUID.randomUUID().getMostSignificantBits());

    private final String body = "DECLARATION of the first mayors. " + texts.text(80);
    private final String declaration = declaration("Zilverstrand", "9 July 2003");

    @Inject
    Register register;

    @Inject
    GatewayTableQueries log;

    private String declaration(String place, String date) {
        return "%s Done at %s on %s, in seven originals.".formatted(body, place, date);
    }

    /** Publishes a document and its text in one chunk, and waits until both are stored. */
    private String document(String rights, String text) {
        var id = UUID.randomUUID().toString().replace("-", "");
        register.document(id, "document-received", """
                "sha256": "%s%s", "bytes": 100, "mediaType": "text/plain", "rights": "%s", "metadata": {}
                """.formatted(id, id, rights));
        register.text(id + "/0", """
                {"document": "%s", "extraction": 1, "chunk": 0, "chunks": 1, "start": 0, "text": "%s",
                 "rights": "restricted", "passages": []}
                """.formatted(id, text.replace("\n", "\\n")));
        await().untilAsserted(() -> assertThat(signatures(id)).hasSize(1));
        return id;
    }

    private List<String> signatures(String id) {
        return log.select("SELECT document FROM text_signature WHERE document = ?", id);
    }

    private ValidatableResponse read(String id, String role) {
        return register.after()
                .header("Authorization", "Bearer " + RealPostgresAndKafka.token(role))
                .get("/api/documents/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void a_text_is_the_same_whatever_its_white_space_and_unicode_form() {
        var first = document("public", declaration);
        var second = document("public", declaration.replace(". ", ".\n\n").replace("fi", "ﬁ") + "\n");

        read(first, "reader").body("sameTextAs", contains(second)).body("nearDuplicates", empty());
        read(second, "reader").body("sameTextAs", contains(first));
    }

    @Test
    void declarations_alike_but_for_date_and_place_are_near_duplicates() {
        var first = document("public", declaration);
        var second = document("public", declaration("Noorderhaven", "8 July 2004"));
        document("public", texts.text(80));

        read(first, "reader")
                .body("sameTextAs", empty())
                .body("nearDuplicates.document", contains(second))
                .body("nearDuplicates[0].similarity", lessThan(1f));
        assertThat(read(second, "reader").extract().<Float>path("nearDuplicates[0].similarity"))
                .isBetween(0.85f, 0.99f);
    }

    @Test
    void a_restricted_text_is_compared_only_for_readers_who_may_see_it() {
        var open = document("public", declaration);
        var restricted = document("restricted", declaration + " ");
        var near = document("restricted", declaration.replace("seven", "two"));

        for (var id : List.of(open, restricted, near)) {
            read(id, "reader").body("sameTextAs", empty()).body("nearDuplicates", empty());
        }
        read(open, "contributor")
                .body("sameTextAs", contains(restricted))
                .body("nearDuplicates.document", contains(near));
        read(near, "contributor").body("nearDuplicates.document", containsInAnyOrder(open, restricted));
    }

    @Test
    void a_text_that_is_deleted_leaves_no_signature() {
        var first = document("public", declaration);
        var second = document("public", declaration);
        register.text(first + "/0", null);

        await().untilAsserted(() -> assertThat(signatures(first)).isEmpty());
        read(second, "reader").body("sameTextAs", empty());
    }

    @Test
    void a_text_has_a_signature_when_all_its_chunks_are_stored() {
        var id = UUID.randomUUID().toString().replace("-", "");
        var chunk = """
                {"document": "%s", "extraction": %d, "chunk": %d, "chunks": 2, "start": 0, "text": "a text",
                 "rights": "public", "passages": []}
                """;
        register.text(id + "/1", chunk.formatted(id, 1, 1));
        register.text(id + "/0", chunk.formatted(id, 1, 0));
        await().untilAsserted(() -> assertThat(signatures(id)).hasSize(1));
        register.text(id + "/0", chunk.formatted(id, 2, 0));
        await().untilAsserted(() -> assertThat(signatures(id)).isEmpty());
        register.text(id + "/1", chunk.formatted(id, 2, 1));
        await().untilAsserted(() -> assertThat(signatures(id)).hasSize(1));
    }
}

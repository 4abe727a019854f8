package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.depositary.testing.RealPostgresAndKafka;

/** A document with a text, as documents-service publishes it. Its passages are {@code p-1}, {@code p-2}, … */
record PublishedDocument(Register register, String id) {

    /**
     * Publishes a document and its text, and waits until the text can be read.
     *
     * @param metadata JSON fields of the metadata given with the bytes, without braces
     * @param language BCP 47 code
     */
    static PublishedDocument of(
            Register register, String rights, String metadata, String language, String... passages) {
        var document =
                new PublishedDocument(register, UUID.randomUUID().toString().replace("-", ""));
        document.receive(rights, metadata);
        document.extract(language, passages);
        return document;
    }

    void receive(String rights, String metadata) {
        register.document(id, "document-received", """
                "sha256": "%s%s", "bytes": 100, "mediaType": "text/plain", "rights": "%s", "metadata": {%s}
                """.formatted(id, id, rights, metadata));
    }

    private void extract(String language, String... passages) {
        var text = String.join("\n\n", passages);
        register.document(id, "document-extracted", """
                "extraction": 1, "status": "ok", "language": "%s", "characters": %d, "passages": %d, "textSha256": "%s%s"
                """.formatted(language, length(text), passages.length, id, id));
        register.text(id + "/0", chunk(language, text, passages).toString());
        await().untilAsserted(() -> assertThat(as("contributor")
                        .get("/api/documents/%s/text".formatted(id))
                        .statusCode())
                .isEqualTo(200));
    }

    private ObjectNode chunk(String language, String text, String... passages) {
        var chunk = JsonNodeFactory.instance
                .objectNode()
                .put("document", id)
                .put("extraction", 1)
                .put("chunk", 0)
                .put("chunks", 1)
                .put("start", 0)
                .put("text", text)
                .put("rights", "restricted");
        var locations = chunk.putArray("passages");
        int start = 0;
        for (int i = 0; i < passages.length; i++) {
            int end = start + length(passages[i]);
            locations
                    .addObject()
                    .put("anchor", "p-" + (i + 1))
                    .put("kind", "paragraph")
                    .put("start", start)
                    .put("end", end)
                    .put("language", language);
            start = end + 2;
        }
        return chunk;
    }

    /** Publishes a fact that cites the first passage. */
    void cite(String quote) {
        var organization = Register.slug("o");
        var fact = "c-" + UUID.randomUUID();
        register.publish(
                "membership", "membership:%s/KZ".formatted(organization), "membership-changed", fact, """
                {"id": "%s", "organization": "%s", "party": "KZ", "change": "accession", "effective": "2001",
                 "founding": false, "sources": [{"document": "%s", "anchor": "p-1", "quote": "%s"}]}
                """.formatted(
                                fact, organization, id, quote));
    }

    /** Passages or quotes of this document that a search finds. Empty if it does not find the document. */
    Optional<List<FoundHit>> hits(RequestSpecification reader, String question) {
        var items = reader.queryParam("q", question)
                .queryParam("limit", 1000)
                .get("/api/documents")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class)
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .map(item -> StreamSupport.stream(item.path("hits").spliterator(), false)
                        .map(FoundHit::new)
                        .toList());
    }

    /** A hit of a search. */
    record FoundHit(JsonNode json) {

        String anchor() {
            return json.path("anchor").asText();
        }

        String kind() {
            return json.path("kind").asText();
        }

        String text() {
            return json.path("text").asText();
        }

        /** The highlighted slices of the text, separated by slashes. */
        String highlighted() {
            return StreamSupport.stream(json.path("highlights").spliterator(), false)
                    .map(range -> slice(range.get(0).asInt(), range.get(1).asInt()))
                    .collect(Collectors.joining("/"));
        }

        private String slice(int start, int end) {
            return text().substring(text().offsetByCodePoints(0, start), text().offsetByCodePoints(0, end));
        }
    }

    RequestSpecification as(String role) {
        return register.after().header("Authorization", "Bearer " + RealPostgresAndKafka.token(role));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Template;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The pages of the documentation. Each is rendered at the first request and kept: what it shows is fixed at build time. */
@ApplicationScoped
class ReferencePages {

    private final Supplier<String> reference;
    private final Supplier<String> quickStart;
    private final Supplier<String> versions;

    ReferencePages(OpenApiDocumentService documents, ObjectMapper mapper, Template reference, Template guide) {
        this.reference = new OnceRendered(() -> reference(parse(documents, mapper), reference));
        this.quickStart = new OnceRendered(() -> guide(guide, "Quick start", "docs/quick-start.md"));
        this.versions = new OnceRendered(() -> guide(guide, "Versions", "docs/versions.md"));
    }

    String reference() {
        return reference.get();
    }

    String quickStart() {
        return quickStart.get();
    }

    String versions() {
        return versions.get();
    }

    private static String guide(Template template, String title, String file) {
        return template.data("content", MarkdownText.html(text(file)))
                .data("title", title)
                .render();
    }

    private static String reference(JsonNode document, Template template) {
        return template.data("info", document.path("info"))
                .data("title", document.path("info").path("title").asText())
                .data(
                        "description",
                        MarkdownText.html(
                                document.path("info").path("description").asText()))
                .data("chapters", ReferenceChapter.all(document))
                .data("parameters", ReferenceParameter.common(document))
                .data("schemas", ReferenceSchema.all(document))
                .render();
    }

    private static JsonNode parse(OpenApiDocumentService documents, ObjectMapper mapper) {
        try {
            return mapper.readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

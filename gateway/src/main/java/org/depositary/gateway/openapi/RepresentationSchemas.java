package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.web.Representation.Types;

/** Describes the pages and citations of records, which the method of their JSON serves. */
final class RepresentationSchemas {

    /** A value that only the parameter {@code format} of records has. */
    private static final String CITATION = "bibtex";

    private RepresentationSchemas() {}

    static void complete(DocumentedOperation operation) {
        if (!isRecord(operation)) {
            return;
        }
        addText(operation, MediaType.TEXT_HTML, "RecordPage.html");
        addText(operation, Types.BIBTEX, "Citation.bib");
        addText(operation, Types.TEXT_BIBTEX, "Citation.bib");
        addText(operation, MediaType.TEXT_PLAIN, "Citation.txt");
        var csl = body(operation, Types.CSL);
        csl.putObject("schema").put("type", "array").putObject("items").put("type", "object");
        csl.set("example", OpenApiExamples.parse(OpenApiExamples.response("Citation.csl")));
    }

    /** Whether the parameter {@code format} can ask for citations. */
    private static boolean isRecord(DocumentedOperation operation) {
        return operation.isRead()
                && elements(operation.json().path("parameters"))
                        .filter(parameter -> parameter.path("name").asText().equals("format"))
                        .flatMap(parameter -> elements(parameter.at("/schema/enum")))
                        .anyMatch(format -> format.asText().equals(CITATION));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void addText(DocumentedOperation operation, String mediaType, String example) {
        var body = body(operation, mediaType);
        body.putObject("schema").put("type", "string");
        body.put("example", OpenApiExamples.response(example));
    }

    private static ObjectNode body(DocumentedOperation operation, String mediaType) {
        var content = (ObjectNode) operation.json().at("/responses/200/content");
        return content.putObject(mediaType);
    }
}

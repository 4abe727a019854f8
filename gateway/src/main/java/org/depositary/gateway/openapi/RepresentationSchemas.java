package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.depositary.gateway.web.Representation.Types;

/**
 * Describes the pages and citations of records. The generated document gives them the schema of the JSON, which the same
 * method answers.
 */
final class RepresentationSchemas {

    /** The files with examples, by media type. */
    private static final Map<String, String> EXAMPLES = Map.of(
            Types.BIBTEX, "Citation.bib",
            Types.TEXT_BIBTEX, "Citation.bib",
            MediaType.TEXT_PLAIN, "Citation.txt",
            MediaType.TEXT_HTML, "RecordPage.html");

    private RepresentationSchemas() {}

    static void complete(DocumentedOperation operation) {
        if (!operation.isAnswered(Types.BIBTEX)) {
            return;
        }
        EXAMPLES.forEach((mediaType, file) -> {
            var body = body(operation, mediaType);
            body.putObject("schema").put("type", "string");
            body.put("example", OpenApiExamples.response(file));
        });
        var csl = body(operation, Types.CSL);
        csl.putObject("schema").put("type", "array").putObject("items").put("type", "object");
        csl.set("example", OpenApiExamples.parse(OpenApiExamples.response("Citation.csl")));
    }

    private static ObjectNode body(DocumentedOperation operation, String mediaType) {
        var content = (ObjectNode) operation.json().at("/responses/200/content");
        return content.putObject(mediaType);
    }
}

package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.web.representation.Representation;
import org.depositary.gateway.web.representation.Representation.Types;

/** Describes the representations that the method of the JSON serves, too: those of its parameter {@code format}. */
final class RepresentationSchemas {

    private RepresentationSchemas() {}

    static void complete(DocumentedOperation operation) {
        var formats = formats(operation);
        Arrays.stream(Representation.values())
                .filter(one -> formats.contains(Representation.JSON_LD.label()) && formats.contains(one.label()))
                .forEach(one -> add(operation, one));
    }

    private static Set<String> formats(DocumentedOperation operation) {
        return elements(operation.json().path("parameters"))
                .filter(parameter -> parameter.path("name").asText().equals(Representation.PARAMETER))
                .flatMap(parameter -> elements(parameter.at("/schema/enum")))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static void add(DocumentedOperation operation, Representation representation) {
        switch (representation) {
            case JSON -> {}
            case JSON_LD -> body(operation, Types.JSON_LD).putObject("schema").put("type", "object");
            case HTML -> addText(operation, MediaType.TEXT_HTML, "RecordPage.html");
            case BIBTEX -> {
                addText(operation, Types.BIBTEX, "Citation.bib");
                addText(operation, Types.TEXT_BIBTEX, "Citation.bib");
            }
            case CSL -> addCsl(operation);
            case TEXT -> addText(operation, MediaType.TEXT_PLAIN, "Citation.txt");
        }
    }

    private static void addCsl(DocumentedOperation operation) {
        var csl = body(operation, Types.CSL);
        csl.putObject("schema").put("type", "array").putObject("items").put("type", "object");
        csl.set("example", OpenApiExamples.parse(OpenApiExamples.response("Citation.csl")));
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

package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Describes parameters that have no description, by their names. */
final class ParameterDescriptions {

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("Accept-Language", "Languages for names (RFC 9110)"),
            Map.entry("If-None-Match", "The ETag of an earlier response. The response is 304 if nothing changed."),
            Map.entry("If-Modified-Since", "The Last-Modified of an earlier response. Ignored beside If-None-Match."),
            Map.entry("If-Range", "The ETag of the part that the client has. If it has changed, all bytes are sent."),
            Map.entry("Range", "The range of bytes (RFC 9110), such as `bytes=1000-`"),
            Map.entry("Idempotency-Key", "The same request with the same key is carried out once."),
            Map.entry("file", "The name of the file, as in `file.url` of the kept export"),
            Map.entry("claim", "The number of the claim; 1 is the recorded statement"),
            Map.entry("code", "A code or a name of the party"),
            Map.entry("anchor", "The anchor of the passage"),
            Map.entry("filename", "The name of the file"),
            Map.entry("instrument", "The id of the instrument, such as sco-charter"),
            Map.entry("organization", "The id of the organisation, such as sco"),
            Map.entry("party", "The party: a code such as KZ, or a name"),
            Map.entry("organ", "The id of the organ, such as secretariat"),
            Map.entry("measure", "What is measured, such as gdp"),
            Map.entry("subject", "The subject of the rule, such as decisions"),
            Map.entry("office", "The office, such as secretary-general"),
            Map.entry("kind", "The kind"),
            Map.entry("type", "The type, such as declaration"),
            Map.entry("series", "The series, such as Peace Mission"),
            Map.entry("status", "The status"),
            Map.entry("outcome", "Only items with this outcome"),
            Map.entry("slug", "The last part of the problem type"),
            Map.entry("limit", "The maximum number of items"),
            Map.entry("after", "The `next` of the previous page"));

    private ParameterDescriptions() {}

    static void complete(DocumentedOperation operation) {
        for (var parameter : operation.json().path("parameters")) {
            var name = parameter.path("name").asText();
            if (!parameter.hasNonNull("description") && !parameter.has("$ref")) {
                var description = name.equals("id") ? id(operation.path()) : BY_NAME.get(name);
                if (description != null) {
                    ((ObjectNode) parameter).put("description", description);
                }
            }
        }
    }

    /** The id of an organisation, instrument or organ is chosen by its registrar. All other ids are made here. */
    private static String id(String path) {
        var collection = path.split("/")[2];
        return switch (collection) {
            case "organizations" -> BY_NAME.get("organization");
            case "instruments" -> BY_NAME.get("instrument");
            case "documents" -> "The id of the document: the first 32 hexadecimal digits of the SHA-256 of its bytes";
            default -> "The id, as in `Location`";
        };
    }
}

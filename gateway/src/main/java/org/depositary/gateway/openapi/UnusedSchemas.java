package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes the schemas that no operation uses, for example those of Java types that only describe others. */
final class UnusedSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private UnusedSchemas() {}

    /** Repeats the search, because a removed schema may have been the only one that uses another. */
    static void removeFrom(ObjectNode document) {
        var schemas = (ObjectNode) document.path("components").path("schemas");
        int before;
        do {
            before = schemas.size();
            schemas.retain(used(document));
        } while (schemas.size() < before);
    }

    private static Set<String> used(ObjectNode document) {
        return document.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith(PREFIX))
                .map(reference -> reference.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }
}

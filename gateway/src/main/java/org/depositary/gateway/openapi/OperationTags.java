package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sorts the operations of the gateway and of all services under the same tags. The order of the tags is that of the
 * chapters of the reference.
 */
final class OperationTags {

    private static final String FACTS = "Facts";

    private static final Map<String, String> DESCRIPTIONS = new LinkedHashMap<>();

    static {
        DESCRIPTIONS.put(
                "Organisations and memberships", "Who belonged to which organisation, in which status, on a day");
        DESCRIPTIONS.put("Institutions", "Organs, terms of office, meetings, relations, budgets, rules and figures");
        DESCRIPTIONS.put("Exercises", "Exercises, operations and observation missions with their participants");
        DESCRIPTIONS.put("Instruments", "Treaties and other instruments, and the acts of their parties");
        DESCRIPTIONS.put("Documents", "Documents, their passages and the facts that cite them");
        DESCRIPTIONS.put(FACTS, "Single facts with all their events; corrections, retractions, sources and claims");
        DESCRIPTIONS.put("Findings", "Possible errors in facts, found by comparing them");
        DESCRIPTIONS.put("Changes", "The change log in pages and as a live stream");
        DESCRIPTIONS.put("GraphQL", "Queries of any shape over the same reads");
        DESCRIPTIONS.put(
                "Exports", "Everything of one kind as known at an instant, and exports that are kept for citation");
        DESCRIPTIONS.put("Webhooks", "Changes that are sent to a URL");
        DESCRIPTIONS.put("Sessions", "Browsers that log in");
        DESCRIPTIONS.put("Imports", "Bulk imports of files");
        DESCRIPTIONS.put("Operations", "Records that could not be processed, for administrators");
        DESCRIPTIONS.put("Dashboard", "Charts of the dashboard in pages of other sites");
        DESCRIPTIONS.put("Documentation", "The documents of this API for programs, and pages for people");
        DESCRIPTIONS.put("Problems", "The types of problem responses");
    }

    /** Tags of the services that have another name here. */
    private static final Map<String, String> RENAMED = Map.of(
            "organisations", "Organisations and memberships",
            "memberships", "Organisations and memberships",
            "institutions", "Institutions",
            "exercises", "Exercises",
            "instruments", "Instruments",
            "documents", "Documents",
            "imports", "Imports");

    /** The commands that every kind of fact has. */
    private static final Pattern ABOUT_A_FACT =
            Pattern.compile("/api/[a-z-]+/\\{id}/(corrections|retraction|sources|claims)(/.*)?");

    private OperationTags() {}

    static void complete(ObjectNode document) {
        var used = new LinkedHashSet<String>();
        for (var operation : DocumentedOperation.all(document)) {
            var tag = ABOUT_A_FACT.matcher(operation.path()).matches() ? FACTS : tag(operation);
            operation.json().putArray("tags").add(tag);
            used.add(tag);
        }
        var tags = document.putArray("tags");
        DESCRIPTIONS.forEach((tag, description) -> {
            if (used.remove(tag)) {
                tags.addObject().put("name", tag).put("description", description);
            }
        });
        // Also a tag without a description is listed. The check of the document then asks for one.
        used.forEach(tag -> tags.addObject().put("name", tag));
    }

    private static String tag(DocumentedOperation operation) {
        var first = operation.json().path("tags").path(0).asText();
        return RENAMED.getOrDefault(first, first);
    }
}

package org.depositary.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Describes operations whose resource has no description, by what all operations of their kind have in common. */
final class OperationDescriptions {

    private static final String PAGES =
            "Returns at most `limit` items. `next` and the header `Link` lead to the next page. All pages show the"
                    + " state of the first page.";
    private static final String AS_OF =
            "Shows the register as it was known at `known-at`. `Depositary-Cursor` is the position in the change log.";

    /** By the end of the path. */
    private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put(
                "/corrections", "Fields that are absent keep their values. `known-at` still returns the earlier ones.");
        COMMANDS.put("/retraction", "Reads no longer show the fact. Its address still returns it, with the reason.");
        COMMANDS.put("/sources", "The fact then has this source too. Its values stay the same.");
        COMMANDS.put(
                "/verification", "Changes nothing in the fact. Its read then has `lastVerified` with this instant.");
        COMMANDS.put("/claims", "The fact is then disputed. It keeps its values until a claim is preferred.");
        COMMANDS.put("/preference", "All claims stay readable. A later preference can choose another one.");
        COMMANDS.put("/withdrawal", "A withdrawn claim stays readable at its address, with the reason.");
        COMMANDS.put("/release", "The import then records what it would have recorded without being held.");
        COMMANDS.put("/undo", "Retracts or restores what the import recorded. Later changes by others stay.");
        COMMANDS.put("/report", "The outcomes are ordered by line. Filter them with `outcome`.");
        COMMANDS.put("/retry", "The document keeps its earlier extractions, and gets a new one.");
        COMMANDS.put("/unmerge", "Both records are then separate again, with all their facts.");
        COMMANDS.put("/merge", "The facts of both records are then shown together.");
        COMMANDS.put("/takedown", "Needs a reason, which stays public.");
        COMMANDS.put("/metadata", "Each correction needs a reason. Origins and conflicts of the fields stay readable.");
        COMMANDS.put("/session", "Without a session, `authenticated` is false and `login` says where to log in.");
        COMMANDS.put("/kept/{id}", "`status` is `making`, `kept` or `failed`. A kept export has `file` with its hash.");
        COMMANDS.put("/feed-keys", "A key opens feeds only, until it is deleted. The secret itself is shown once.");
        COMMANDS.put("/feed-keys/{id}", "Owners see their own keys. A deleted key opens nothing from then on.");
        COMMANDS.put("/webhooks/{id}", "Owners see their own webhooks. After deletion no delivery begins.");
        COMMANDS.put("/content", "Answers HEAD too. The header `Content-Disposition` has the name of the file.");
    }

    private static final String RECORDS =
            "Every fact needs a source. `Location` is the address of the fact, `Depositary-Version` its version.";
    private static final String RECORDS_SEVERAL =
            "Takes one fact, or an array that is decided together: all are recorded, or none. Every fact needs a"
                    + " source.";
    private static final String IMPORTS =
            "Returns at once. `Location` is the address of the import, with its progress. Bad rows are skipped and"
                    + " reported.";

    private OperationDescriptions() {}

    static void complete(DocumentedOperation operation) {
        var description = describe(operation);
        if (!description.isEmpty()) {
            operation.setIfAbsent("description", description);
        }
    }

    private static String describe(DocumentedOperation operation) {
        for (var command : COMMANDS.entrySet()) {
            if (operation.path().endsWith(command.getKey()) && !(operation.isRead() && operation.takes("known-at"))) {
                return command.getValue();
            }
        }
        if (operation.isRead()) {
            return operation.takes("limit") ? PAGES : operation.takes("known-at") ? AS_OF : "";
        }
        if (operation.path().matches("/api/imports/[a-z]+")) {
            return IMPORTS;
        }
        var schema = operation.json().at("/requestBody/content/application~1json/schema");
        return schema.has("oneOf") ? RECORDS_SEVERAL : schema.isMissingNode() ? "" : RECORDS;
    }
}

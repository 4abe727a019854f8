package org.depositary.gateway.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Derives the id of an operation from its method and path, for example {@code listMembers}. Generators name the methods of
 * a client by these ids, so they are stable: no id depends on other routes.
 */
final class OperationIds {

    /** The operations whose path does not say what they do. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "POST /api/documents", "uploadDocument",
            "PUT /api/documents/{id}/metadata", "correctDocumentMetadata",
            "POST /api/documents/{id}/takedown", "takeDownDocument",
            "DELETE /api/documents/{id}/takedown", "liftTakedown",
            "POST /api/organizations/{organization}/changes", "recordOrganizationChange",
            "GET /api/organizations/{organization}/findings", "listOrganizationFindings",
            "GET /api/memberships/shared", "listSharedOrganizations",
            "GET /api/memberships/shared.csv", "listSharedOrganizationsAsCsv",
            "GET /api/parked", "listParked");

    /** Commands on something that exists. The last part of the path is the verb as a noun. */
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("corrections", "correct"),
            Map.entry("retraction", "retract"),
            Map.entry("preference", "prefer"),
            Map.entry("withdrawal", "withdraw"),
            Map.entry("announcement", "announce"),
            Map.entry("cancellation", "cancel"),
            Map.entry("completion", "complete"),
            Map.entry("dismissal", "dismiss"),
            Map.entry("merge", "merge"),
            Map.entry("release", "release"),
            Map.entry("replay", "replay"),
            Map.entry("retry", "retry"),
            Map.entry("schedule", "schedule"),
            Map.entry("start", "start"),
            Map.entry("undo", "undo"),
            Map.entry("unmerge", "unmerge"));

    /** The only word on {@code s} that is not plural. */
    private static final String NO_LIST = "statistics";

    private static final List<String> ADDED = List.of("claims", "sources");

    private OperationIds() {}

    static String of(String method, String path) {
        var exception = EXCEPTIONS.get(method + " " + path);
        if (exception != null) {
            return exception;
        }
        var parts = parts(path);
        var last = parts.removeLast();
        var format = last.indexOf('.') < 0 ? "" : "As" + capital(last.substring(last.indexOf('.') + 1));
        var name = last.replaceFirst("\\..*", "");
        return switch (method) {
            case "GET" -> read(parts, name) + format;
            case "PUT" -> "register" + things(parts);
            case "DELETE" -> "delete" + things(parts) + (isParameter(name) ? "" : capital(name));
            default -> command(parts, name);
        };
    }

    private static String read(List<String> parents, String name) {
        if (isParameter(name)) {
            return "get" + things(parents);
        }
        return (name.endsWith("s") && !name.equals(NO_LIST) ? "list" : "get") + context(parents) + capital(name);
    }

    private static String command(List<String> parents, String name) {
        if (VERBS.containsKey(name)) {
            return VERBS.get(name) + things(parents);
        }
        if (parents.equals(List.of("imports"))) {
            return "import" + capital(name);
        }
        return (ADDED.contains(name) ? "add" + things(parents) : "record" + context(parents)) + capital(singular(name));
    }

    /** The names of the things that contain the operation. A part of an organisation needs no such name. */
    private static String context(List<String> parents) {
        return parents.size() == 2 && parents.getFirst().equals("organizations") ? "" : things(parents);
    }

    private static String things(List<String> parts) {
        var names = new StringBuilder();
        parts.stream()
                .filter(part -> !isParameter(part))
                .map(OperationIds::singular)
                .forEach(name -> names.append(capital(name)));
        return names.toString();
    }

    private static List<String> parts(String path) {
        return new ArrayList<>(Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("api"))
                .toList());
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{");
    }

    private static String singular(String plural) {
        if (plural.equals(NO_LIST)) {
            return plural;
        }
        return plural.endsWith("ies")
                ? plural.substring(0, plural.length() - 3) + "y"
                : plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    /** {@code MembershipChanges} for {@code membership-changes}. */
    private static String capital(String words) {
        var text = new StringBuilder();
        for (var word : words.split("-")) {
            text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return text.toString();
    }
}

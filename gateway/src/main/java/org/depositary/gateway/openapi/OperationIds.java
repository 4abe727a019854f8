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
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("POST /api/documents", "uploadDocument"),
            Map.entry("PUT /api/documents/{id}/metadata", "correctDocumentMetadata"),
            Map.entry("POST /api/documents/{id}/takedown", "takeDownDocument"),
            Map.entry("DELETE /api/documents/{id}/takedown", "liftTakedown"),
            Map.entry("POST /api/organizations/{organization}/changes", "recordOrganizationChange"),
            Map.entry("GET /api/organizations/{organization}/findings", "listOrganizationFindings"),
            Map.entry("GET /api/memberships/shared", "listSharedOrganizations"),
            Map.entry("GET /api/imports/memberships", "listMembershipImports"),
            Map.entry("GET /api/imports/exercises", "listExerciseImports"),
            Map.entry("GET /api/parked", "listParked"),
            Map.entry("GET /api/exports", "listKeptExports"),
            Map.entry("POST /api/exports", "keepExport"),
            Map.entry("GET /api/exports/kept/{id}", "getKeptExport"),
            Map.entry("GET /api/exports/kept/{id}/{file}", "downloadKeptExport"),
            Map.entry("GET /api/exports/{of}.{format}", "getExport"),
            Map.entry("GET /api/session", "getSession"),
            Map.entry("GET /login", "login"),
            Map.entry("POST /logout", "logout"),
            Map.entry("POST /api/feed-keys", "createFeedKey"),
            Map.entry("POST /api/webhooks", "createWebhook"),
            Map.entry("POST /api/webhooks/{id}/secret", "rotateWebhookSecret"));

    /** Commands on something that exists. The last part of the path is the verb as a noun. */
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("corrections", "correct"),
            Map.entry("retraction", "retract"),
            Map.entry("verification", "verify"),
            Map.entry("preference", "prefer"),
            Map.entry("withdrawal", "withdraw"),
            Map.entry("announcement", "announce"),
            Map.entry("cancellation", "cancel"),
            Map.entry("completion", "complete"),
            Map.entry("dismissal", "dismiss"),
            Map.entry("enable", "enable"),
            Map.entry("merge", "merge"),
            Map.entry("ping", "ping"),
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
        var operation = method + " " + path;
        var withoutFormat = path.replaceFirst("\\.[^/]*$", "");
        if (EXCEPTIONS.containsKey(operation) || withoutFormat.equals(path)) {
            return EXCEPTIONS.getOrDefault(operation, derived(method, parts(path)));
        }
        return of(method, withoutFormat) + "As" + capital(path.substring(withoutFormat.length() + 1));
    }

    private static String derived(String method, List<String> parts) {
        var last = parts.removeLast();
        return switch (method) {
            case "GET" -> read(parts, last);
            case "PUT" -> "register" + things(parts);
            case "DELETE" -> "delete" + things(parts) + (isParameter(last) ? "" : capital(last));
            default -> command(parts, last);
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

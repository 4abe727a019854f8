package org.depositary.verify.histories;

import java.util.List;
import java.util.Map;

/** The HTTP request of an operation, from a curator or, for an import, an administrator. */
public record OperationRequest(String method, String path, String body) {

    public static final String REASON = "Another look at the sources";

    private static final String IMPORTS = "/api/imports/";

    public static OperationRequest registration(String organization) {
        return new OperationRequest(
                "PUT",
                "/api/organizations/" + organization,
                CuratorHttp.json(Map.of("names", Map.of("en", organization), "sources", sources("Its statute"))));
    }

    public static OperationRequest post(String path, Object body) {
        return new OperationRequest("POST", path, CuratorHttp.json(body));
    }

    /** A request whose body has only a reason, such as a retraction. */
    public static OperationRequest reasoned(String path) {
        return post(path, Map.of("reason", REASON));
    }

    /** @param of the path of the kind of import, with its parameters */
    public static OperationRequest importOf(String of, String csv) {
        return new OperationRequest("POST", IMPORTS + of, csv);
    }

    /** @param address of the import */
    public static OperationRequest undo(String address) {
        return new OperationRequest("POST", address + "/undo", "");
    }

    public static List<Map<String, String>> sources(String title) {
        return List.of(Map.of("title", title));
    }

    boolean isAboutImports() {
        return path.startsWith(IMPORTS);
    }

    @Override
    public String toString() {
        return method + " " + path + " " + body;
    }
}

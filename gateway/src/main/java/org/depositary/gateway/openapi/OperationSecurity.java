package org.depositary.gateway.openapi;

/**
 * States for every operation whether it needs a token. Reads need none by default; with setting
 * {@code depositary.reads.policy} they do, and some return more to holders of a token. So a token is optional there.
 */
final class OperationSecurity {

    private static final String BEARER = "bearer";

    private OperationSecurity() {}

    static void complete(DocumentedOperation operation) {
        if (operation.json().path("security").isEmpty()) {
            var security = operation.json().putArray("security");
            security.addObject();
            if (operation.path().startsWith("/api/")) {
                security.addObject().putArray(BEARER);
            }
        }
    }
}

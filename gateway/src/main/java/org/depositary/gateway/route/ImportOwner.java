package org.depositary.gateway.route;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the service that has an import. The paths under {@code /api/imports/{id}} belong to several services. The version
 * of the UUID names the service: 8 is an import of exercises, any other is an import of memberships (ADR 41).
 */
final class ImportOwner {

    private static final Pattern EXERCISES = Pattern.compile("/api/imports/[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-8.*");

    private ImportOwner() {}

    /** Returns the service that has the import. Empty if the path does not name an import of exercises. */
    static Optional<String> of(String path) {
        return EXERCISES.matcher(path).matches() ? Optional.of("exercises") : Optional.empty();
    }
}

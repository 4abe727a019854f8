package org.depositary.imports.job;

import java.util.UUID;
import org.depositary.eventsourcing.Problem;

/** Parses the id of an import from a URL. */
public final class ImportIdParser {

    private ImportIdParser() {}

    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException invalid) {
            throw notFound(text);
        }
    }

    public static Problem notFound(Object id) {
        return Problem.notFound("Unknown import " + id);
    }
}

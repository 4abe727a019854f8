package org.depositary.membership.imports;

import java.util.UUID;
import org.depositary.eventsourcing.Problem;

/** The id of an import in an address. */
final class ImportId {

    private ImportId() {}

    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw notFound(text);
        }
    }

    static Problem notFound(Object id) {
        return Problem.notFound("There is no import " + id);
    }
}

package org.depositary.membership.imports.file;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;

/** The syntax of an import file. */
public enum ImportFileFormat {
    CSV,
    NDJSON;

    /** The syntax that a content type names; empty if it names none, so that the content must be inspected. */
    public static Optional<ImportFileFormat> of(MediaType type) {
        return switch ((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT)) {
            case "text/csv" -> Optional.of(CSV);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }
}

package org.depositary.membership.imports.file;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;

/** How the rows of a file are written. */
public enum FileSyntax {
    CSV,
    NDJSON;

    /** What the sender says it is; empty when only a look at the file tells. */
    public static Optional<FileSyntax> of(MediaType type) {
        return switch ((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT)) {
            case "text/csv" -> Optional.of(CSV);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }
}

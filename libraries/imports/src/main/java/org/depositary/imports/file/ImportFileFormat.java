package org.depositary.imports.file;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;

/** The format of an import file: CSV, or one JSON object per line. */
public enum ImportFileFormat {
    CSV,
    NDJSON;

    /** Returns the format that a content type names. Empty if it names none; then the content of the file decides. */
    public static Optional<ImportFileFormat> of(MediaType type) {
        return switch ((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT)) {
            case "text/csv" -> Optional.of(CSV);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }
}

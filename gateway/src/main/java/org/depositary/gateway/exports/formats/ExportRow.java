package org.depositary.gateway.exports.formats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of an export.
 *
 * @param key identifies the row in its export
 * @param json the row as one JSON object, UTF-8
 * @param delta how the row differs from an earlier export; empty in a complete export
 */
public record ExportRow(List<String> key, byte[] json, Optional<Delta> delta) {

    /** How a row differs from an earlier export. */
    public enum Delta {
        ADDED,
        CHANGED,
        GONE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ExportRow(List<String> key, byte[] json) {
        this(key, json, Optional.empty());
    }

    public ExportRow as(Delta difference) {
        return new ExportRow(key, json, Optional.of(difference));
    }
}

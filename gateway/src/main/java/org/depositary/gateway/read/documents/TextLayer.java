package org.depositary.gateway.read.documents;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of a document's text. */
public enum TextLayer {
    /** The text as it was extracted. All offsets count in it. */
    EXTRACTED,
    /** The extracted text with the repairs applied. */
    REPAIRED;

    /** Returns the layer with this name in requests. Empty if there is none. */
    public static Optional<TextLayer> named(String name) {
        return Stream.of(values()).filter(layer -> layer.label().equals(name)).findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

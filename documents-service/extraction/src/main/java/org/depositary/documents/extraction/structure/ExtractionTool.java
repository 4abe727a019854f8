package org.depositary.documents.extraction.structure;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names what extracts a text: this module and the library that reads the file, each with its version. */
public final class ExtractionTool {

    /**
     * The version of what this module does. Increase it with every change that gives some document another text, other
     * passages or other edits. Version 1 had no edits.
     */
    private static final int VERSION = 4;

    private ExtractionTool() {}

    /**
     * Returns the name, such as {@code depositary 4; pdfbox 3.0.7}.
     *
     * @param library the library and its version; absent if this module reads the file alone
     */
    public static String name(Optional<String> library) {
        return Stream.concat(Stream.of("depositary " + VERSION), library.stream())
                .collect(Collectors.joining("; "));
    }

    /**
     * Returns the name and the version of a library.
     *
     * @param type any class of it
     */
    public static Optional<String> library(String name, Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return Optional.of(version == null ? name : name + " " + version);
    }
}

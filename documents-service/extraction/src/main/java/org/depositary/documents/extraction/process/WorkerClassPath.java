package org.depositary.documents.extraction.process;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The class path of the extraction workers: the module {@code document-extraction} and its libraries. The libraries are
 * not on the class path of this service; the build copies them to a directory near the module.
 */
final class WorkerClassPath {

    private static final String LIBRARIES = "extraction-worker";

    private WorkerClassPath() {}

    /** @throws IllegalStateException if the libraries are missing, because the service was not built by Maven */
    static String find() {
        var module = Path.of(URI.create(ExtractionProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .replaceFirst("^jar:(file:.*?)!/?$", "$1")));
        // target/classes and target/*.jar of a build; lib/main/*.jar of a packaged service.
        var libraries = Stream.of(
                        module.resolveSibling(LIBRARIES), module.getParent().resolveSibling(LIBRARIES))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The libraries of the extraction workers are missing: no directory %s near %s."
                                .formatted(LIBRARIES, module)));
        return module + File.pathSeparator + libraries.resolve("*");
    }
}

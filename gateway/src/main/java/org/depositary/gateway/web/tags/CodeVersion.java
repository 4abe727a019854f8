package org.depositary.gateway.web.tags;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Identifies the code of this process, with its libraries and its Java version. It is equal for all gateways of the same
 * build. Code that does not run from jars, for example in development, has a new version at each start.
 */
@ApplicationScoped
public class CodeVersion {

    private final String version;

    CodeVersion() {
        version = ContentHash.of(Runtime.version() + jars(location()));
    }

    public String get() {
        return version;
    }

    private static Path location() {
        try {
            URI source = CodeVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(source);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param code the jar of this class, in a directory beside those of the libraries */
    private static String jars(Path code) {
        var application = code.getParent().getParent();
        if (!Files.isRegularFile(code) || application == null || !Files.isDirectory(application.resolve("lib"))) {
            return Instant.now().toString();
        }
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(CodeVersion::nameAndChecksum)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameAndChecksum(Path jar) {
        try (var content = Files.newInputStream(jar)) {
            var checksum = new CRC32();
            var buffer = new byte[1 << 16];
            int read = content.read(buffer);
            while (read >= 0) {
                checksum.update(buffer, 0, read);
                read = content.read(buffer);
            }
            return jar.getFileName() + " " + checksum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

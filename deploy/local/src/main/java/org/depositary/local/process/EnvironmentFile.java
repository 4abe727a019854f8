package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment variables that an operator sets for one program: the file {@code environment} in its directory, with
 * lines of {@code NAME=value}, read at each start. Empty lines and lines that start with {@code #} are ignored.
 */
record EnvironmentFile(Path file) {

    static EnvironmentFile of(SupervisedProgram program) {
        return new EnvironmentFile(program.directory().resolve("environment"));
    }

    void addTo(Map<String, String> environment) {
        if (Files.exists(file)) {
            environment.putAll(read());
        }
    }

    private Map<String, String> read() {
        var settings = new LinkedHashMap<String, String>();
        try {
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var nameAndValue = line.split("=", 2);
                    if (nameAndValue.length < 2) {
                        throw new LaunchFailure("%s has a line that is not NAME=value: %s".formatted(file, line));
                    }
                    settings.put(nameAndValue[0].strip(), nameAndValue[1]);
                }
            }
            return settings;
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}

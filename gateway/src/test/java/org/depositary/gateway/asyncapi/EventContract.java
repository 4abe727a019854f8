package org.depositary.gateway.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.depositary.testing.ContractFiles;

/**
 * One version of an event or a state, as {@code contracts/} defines it.
 *
 * @param directory path below {@code contracts/}, for example {@code events/membership/membership-changed}
 */
record EventContract(String directory, String name, int version, ObjectNode schema, JsonNode sample) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = ".schema.json";

    /**
     * All versions in a directory, by name and version.
     *
     * @param parent path below {@code contracts/}, for example {@code events/membership}
     */
    static List<EventContract> in(String parent) {
        try (var files = Files.find(ContractFiles.path(parent), 2, (file, is) -> isVersion(file))) {
            return files.map(file -> read(parent, file))
                    .sorted(Comparator.comparing(EventContract::name).thenComparing(EventContract::version))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The key of its message and of its schema in the document. */
    String key() {
        return "%s.v%d".formatted(name, version);
    }

    String description() {
        return schema.path("description").asText();
    }

    private static boolean isVersion(Path file) {
        return file.getFileName().toString().matches("v\\d+\\.schema\\.json");
    }

    private static EventContract read(String parent, Path schema) {
        var file = schema.getFileName().toString();
        var version = file.substring(0, file.length() - SCHEMA.length());
        var name = schema.getParent().getFileName().toString();
        return new EventContract(
                parent + "/" + name,
                name,
                Integer.parseInt(version.substring(1)),
                (ObjectNode) json(schema),
                json(schema.resolveSibling(version + ".sample.json")));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

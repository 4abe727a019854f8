package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The rows of {@code register-rows.txt}: what reads of the starting register must return. */
final class ExpectedRegisterRows {

    private static final String FILE = "/register-rows.txt";
    private static final String ABSENT = "no ";
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    /** A row: what the sources describe, and the reads that show it. */
    record Row(String name, List<Shown> shown) {}

    /**
     * A read.
     *
     * @param path below {@code /api/}
     * @param on the item and its field with the URL of the next read, if there is one
     */
    record Read(String path, Optional<Next> on) {}

    record Next(JsonNode item, String field) {}

    /**
     * An item in the response of a read.
     *
     * @param absent whether the item must not be there
     */
    record Shown(Read read, boolean absent, JsonNode item) {

        @Override
        public String toString() {
            return "%s: %s%s".formatted(read.path(), absent ? "no " : "", item);
        }
    }

    private ExpectedRegisterRows() {}

    static List<Row> all() {
        var rows = new ArrayList<Row>();
        var read = new Read("", Optional.empty());
        for (var line : lines()) {
            if (Character.isDigit(line.charAt(0))) {
                rows.add(new Row(line, new ArrayList<>()));
            } else if (line.startsWith(" ")) {
                rows.getLast().shown().add(shown(read, line.strip()));
            } else {
                read = read(line);
            }
        }
        assertThat(rows).as(FILE).isNotEmpty().allSatisfy(row -> assertThat(row.shown())
                .as(row.name())
                .isNotEmpty());
        return rows;
    }

    /** Whether the actual JSON contains these fields, and its lists contain these elements. */
    static boolean has(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            return expected.properties().stream()
                    .allMatch(field -> actual.has(field.getKey()) && has(actual.get(field.getKey()), field.getValue()));
        }
        if (expected.isArray()) {
            return elements(expected).stream()
                    .allMatch(element -> elements(actual).stream().anyMatch(other -> has(other, element)));
        }
        return expected.isNumber() ? number(actual, expected) : actual.equals(expected);
    }

    /** Compares numbers by value: 7 equals 7.0. */
    private static boolean number(JsonNode actual, JsonNode expected) {
        return actual.isNumber() && actual.decimalValue().compareTo(expected.decimalValue()) == 0;
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static Read read(String line) {
        int item = line.indexOf(' ');
        if (item < 0) {
            return new Read(line, Optional.empty());
        }
        int field = line.lastIndexOf(' ');
        var next = new Next(json(line.substring(item, field)), line.substring(field + 1));
        return new Read(line.substring(0, item), Optional.of(next));
    }

    private static Shown shown(Read read, String item) {
        var absent = item.startsWith(ABSENT);
        return new Shown(read, absent, json(absent ? item.substring(ABSENT.length()) : item));
    }

    private static JsonNode json(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static List<String> lines() {
        try (var file = ExpectedRegisterRows.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

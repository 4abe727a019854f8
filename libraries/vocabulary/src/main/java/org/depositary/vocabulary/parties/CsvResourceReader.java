package org.depositary.vocabulary.parties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a CSV file next to this class. Cells are separated by commas without quotes; lines that start with # are
 * comments.
 */
final class CsvResourceReader {

    private CsvResourceReader() {}

    static List<List<String>> rows(String resource) {
        try (var bytes = CsvResourceReader.class.getResourceAsStream(resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Splits the text of a cell into words at spaces. */
    static Stream<String> words(String cell) {
        return Stream.of(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}

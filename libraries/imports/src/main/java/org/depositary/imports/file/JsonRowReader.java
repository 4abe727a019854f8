package org.depositary.imports.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of a file with one JSON object per line. */
final class JsonRowReader implements RowReader {

    private final LineReader lines;
    private final FileDecoder decoder;
    private final JsonRowSalvage damaged;
    private final Set<String> wholeNumbers;
    private final ObjectMapper mapper;

    JsonRowReader(LineReader lines, FileDecoder decoder, FileColumns shape, ObjectMapper mapper) {
        this.lines = lines;
        this.decoder = decoder;
        this.damaged = new JsonRowSalvage(shape.subjectFields(), mapper);
        this.wholeNumbers = shape.wholeNumberColumns();
        this.mapper = mapper;
    }

    @Override
    public Optional<FileRow> next() throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank() || line.get().tooLong()) {
                return line.map(this::row);
            }
        }
        return Optional.empty();
    }

    private FileRow row(TextLine line) {
        if (line.tooLong()) {
            return unreadable(line, TextLine.TOO_LONG);
        }
        return decoder.error(line.text())
                .<FileRow>map(error -> unreadable(line, error))
                .orElseGet(() -> parsed(line));
    }

    private FileRow parsed(TextLine line) {
        try {
            return mapper.readTree(line.text()) instanceof ObjectNode object
                    ? new FileRow.Readable(line.number(), withoutDecimals(object))
                    : unreadable(line, "A row is a JSON object");
        } catch (JsonProcessingException invalid) {
            return unreadable(line, "This is not JSON: " + invalid.getOriginalMessage());
        }
    }

    private ObjectNode withoutDecimals(ObjectNode row) {
        for (var name : wholeNumbers) {
            var value = row.get(name);
            if (value != null && (value.isFloatingPointNumber() || value.isTextual())) {
                row.put(name, WholeNumberText.of(value.asText()));
            }
        }
        return row;
    }

    private FileRow unreadable(TextLine line, String reason) {
        return new FileRow.Unreadable(line.number(), reason, damaged.fields(TextLine.lenient(line.text())));
    }
}

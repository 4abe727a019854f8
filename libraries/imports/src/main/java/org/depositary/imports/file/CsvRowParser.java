package org.depositary.imports.file;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.depositary.eventsourcing.Problem;

/** Parses CSV records into JSON objects, so that a row has the same form as in an NDJSON file. */
final class CsvRowParser {

    private final char separator;
    private final FileColumns shape;
    private final ObjectReader valuesReader;
    private final ObjectMapper mapper;

    CsvRowParser(char separator, FileColumns shape, ObjectMapper mapper) {
        this.separator = separator;
        this.shape = shape;
        this.valuesReader = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        this.mapper = mapper;
    }

    /**
     * Parses and checks the header.
     *
     * @throws Problem if the header is invalid
     */
    List<String> parseColumns(RawRecord header) {
        try {
            var text = header.text().orElseThrow(() -> Problem.invalid("", "The file is not UTF-8"));
            var columns = Arrays.stream(split(text)).map(String::strip).toList();
            shape.headerError(columns).ifPresent(error -> {
                throw Problem.invalid("", error);
            });
            return columns;
        } catch (IOException invalidCsv) {
            throw Problem.invalid("", "The header line cannot be read");
        }
    }

    FileRow parseRow(RawRecord record, List<String> columns) {
        var row = parse(record, columns);
        return row instanceof FileRow.Unreadable(int line, String reason, var none)
                ? new FileRow.Unreadable(line, reason, salvage(record, columns))
                : row;
    }

    private FileRow parse(RawRecord record, List<String> columns) {
        return record.parse(text -> {
            try {
                return toRow(record.line(), split(text), columns);
            } catch (JsonProcessingException invalid) {
                return new FileRow.Unreadable(record.line(), "This is not CSV: " + invalid.getOriginalMessage());
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private ObjectNode salvage(RawRecord record, List<String> columns) {
        var fields = mapper.createObjectNode();
        salvageValues(record, new CsvRowSalvage(columns, shape.recognizableColumns()))
                .forEach(fields::put);
        return fields;
    }

    private Map<String, String> salvageValues(RawRecord record, CsvRowSalvage row) {
        var text = record.lenientText();
        if (record.error().isEmpty()) {
            try {
                return row.alignedFields(List.of(split(text)));
            } catch (IOException invalidCsv) {
                // The row is rejected, but the values before the error may still show its subject.
            }
        }
        return row.leadingFields(CsvRowSalvage.valuesBeforeError(text, separator));
    }

    private String[] split(String text) throws IOException {
        // A record without quotes is split directly. Starting a CSV parser for each record would cost more than all
        // other work.
        if (text.indexOf('"') < 0 && text.indexOf('\r') < 0) {
            return splitUnquoted(text);
        }
        try (var rows = valuesReader.<String[]>readValues(text)) {
            // This uses hasNextValue and nextValue, not hasNext and next, because only they report invalid CSV by a
            // checked exception.
            var values = rows.hasNextValue() ? rows.nextValue() : new String[0];
            if (rows.hasNextValue()) {
                throw new JsonParseException(null, "a carriage return stands alone in it");
            }
            return values;
        }
    }

    private String[] splitUnquoted(String text) {
        var values = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            values.add(text.substring(start, end));
            start = end + 1;
        }
        values.add(text.substring(start));
        return values.toArray(String[]::new);
    }

    private FileRow toRow(int line, String[] values, List<String> columns) {
        if (values.length != columns.size()) {
            return new FileRow.Unreadable(
                    line, "It has %d columns where the header has %d".formatted(values.length, columns.size()));
        }
        var row = mapper.createObjectNode();
        for (int i = 0; i < values.length; i++) {
            var value = values[i].strip();
            if (!value.isEmpty()) {
                shape.putValue(row, columns.get(i), value);
            }
        }
        return new FileRow.Readable(line, row);
    }
}

package org.depositary.membership.imports.file;

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
import java.util.Set;
import org.depositary.eventsourcing.Problem;

/** Records of CSV as the objects that the same rows are in JSON. */
final class CsvRowParser {

    private static final Set<String> DATES = Set.of("decided", "signed", "ratified", "inForce");

    /** The names of the columns, in their order. */
    record Columns(List<String> names) {}

    private final char separator;
    private final ObjectReader fields;
    private final ObjectMapper mapper;

    CsvRowParser(char separator, ObjectMapper mapper) {
        this.separator = separator;
        this.fields = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        this.mapper = mapper;
    }

    /** @throws Problem when this is no header */
    Columns columns(RawRecord header) {
        try {
            var text = header.text().orElseThrow(() -> Problem.invalid("", "The file is not UTF-8"));
            return new Columns(Arrays.stream(split(text)).map(String::strip).toList());
        } catch (IOException broken) {
            throw Problem.invalid("", "The header line cannot be read");
        }
    }

    FileRow row(RawRecord record, Columns columns) {
        var row = read(record, columns);
        return row instanceof FileRow.Unreadable(int line, String reason, var none)
                ? new FileRow.Unreadable(line, reason, salvaged(record, columns.names()))
                : row;
    }

    private FileRow read(RawRecord record, Columns columns) {
        return FileRowReader.readable(record, text -> {
            try {
                return row(record.line(), split(text), columns.names());
            } catch (JsonProcessingException broken) {
                return new FileRow.Unreadable(record.line(), "This is not CSV: " + broken.getOriginalMessage());
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private ObjectNode salvaged(RawRecord record, List<String> columns) {
        var fields = mapper.createObjectNode();
        salvage(record, new DamagedCsvRow(columns)).forEach(fields::put);
        return fields;
    }

    private Map<String, String> salvage(RawRecord record, DamagedCsvRow salvage) {
        var text = record.damagedText();
        if (record.flaw().isEmpty()) {
            try {
                return salvage.of(List.of(split(text)));
            } catch (IOException noCsv) {
                // Its beginning may be.
            }
        }
        return salvage.leading(DamagedCsvRow.intact(text, separator));
    }

    private String[] split(String text) throws IOException {
        // Most records have no quotes; starting a parser for each of them costs more than all the rest.
        if (text.indexOf('"') < 0 && text.indexOf('\r') < 0) {
            return between(text);
        }
        try (var values = fields.<String[]>readValues(text)) {
            // hasNext and next would make RuntimeExceptions of what is no CSV.
            var row = values.hasNextValue() ? values.nextValue() : new String[0];
            if (values.hasNextValue()) {
                throw new JsonParseException(null, "a carriage return stands alone in it");
            }
            return row;
        }
    }

    private String[] between(String text) {
        var values = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            values.add(text.substring(start, end));
            start = end + 1;
        }
        values.add(text.substring(start));
        return values.toArray(String[]::new);
    }

    private FileRow row(int line, String[] values, List<String> columns) {
        if (values.length != columns.size()) {
            return new FileRow.Unreadable(
                    line, "It has %d columns where the header has %d".formatted(values.length, columns.size()));
        }
        var row = mapper.createObjectNode();
        for (int i = 0; i < values.length; i++) {
            var value = values[i].strip();
            if (!value.isEmpty()) {
                put(row, columns.get(i), value);
            }
        }
        return new FileRow.Readable(line, row);
    }

    private static void put(ObjectNode row, String column, String value) {
        if (DATES.contains(column)) {
            row.withObject("/dates").put(column, value);
        } else if (column.equals("founding")
                && Set.of("true", "false", "1", "0").contains(value)) {
            row.put(column, value.equals("true") || value.equals("1"));
        } else {
            row.put(column, value);
        }
    }
}

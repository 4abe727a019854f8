package org.depositary.imports.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.file.CsvRecordReader.CsvRecord;

/** Reads the rows of a CSV file as JSON objects, so that a row has the same form as in an NDJSON file. */
final class CsvRowReader implements RowReader {

    /** The first line that tells Excel the separator. Spreadsheets that save it again append separators. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.?)\"?\\1*", Pattern.CASE_INSENSITIVE);

    private static final String DETECTED_SEPARATORS = ",;\t";
    private static final String KNOWN_SEPARATORS = DETECTED_SEPARATORS + "|";

    private final FileColumns shape;
    private final Set<String> wholeNumbers;
    private final FileDecoder decoder;
    private final ObjectMapper mapper;
    private final char separator;
    private final CsvRecordReader records;
    private final CsvHeader header;

    /** @throws Problem if the header is invalid: 422 */
    CsvRowReader(LineReader lines, FileDecoder decoder, FileColumns shape, ObjectMapper mapper) throws IOException {
        this.shape = shape;
        this.wholeNumbers = shape.wholeNumberColumns();
        this.decoder = decoder;
        this.mapper = mapper;
        var feed = new CsvLineFeed(lines);
        this.separator = separator(feed);
        this.records = new CsvRecordReader(feed, separator, lines.foreignLineEnd());
        this.header = header();
    }

    private static char separator(CsvLineFeed feed) throws IOException {
        var first = feed.peek().orElseThrow(CsvRowReader::emptyFile);
        var line = SEPARATOR_LINE.matcher(first.text().strip());
        if (!first.text().toLowerCase(Locale.ROOT).contains("sep=") || !line.matches()) {
            return mostFrequentSeparator(first.text());
        }
        feed.skip();
        // A tab after sep= is stripped as white space.
        var given = line.group(1).isEmpty() ? '\t' : line.group(1).charAt(0);
        if (KNOWN_SEPARATORS.indexOf(given) < 0) {
            throw Problem.invalid(
                    "", "sep=%s: fields are separated by commas, semicolons, tabs or vertical bars".formatted(given));
        }
        return given;
    }

    private static char mostFrequentSeparator(String line) {
        char best = DETECTED_SEPARATORS.charAt(0);
        for (char candidate : DETECTED_SEPARATORS.toCharArray()) {
            best = count(line, candidate) > count(line, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String line, char character) {
        return line.chars().filter(other -> other == character).count();
    }

    private static Problem emptyFile() {
        return Problem.invalid("", "The file is empty");
    }

    private CsvHeader header() {
        var record = records.next().orElseThrow(CsvRowReader::emptyFile);
        record.error().ifPresent(error -> {
            throw Problem.invalid("", "The header line cannot be read: " + error);
        });
        decoder.checkFirstLine(record.text());
        return CsvHeader.of(record.values(), shape);
    }

    @Override
    public Optional<FileRow> next() {
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            if (record.get().error().isPresent() || !record.get().isBlank()) {
                return record.map(this::row);
            }
        }
        return Optional.empty();
    }

    private FileRow row(CsvRecord record) {
        return error(record)
                .<FileRow>map(error -> new FileRow.Unreadable(record.line(), error, salvage(record)))
                .orElseGet(() -> readable(record.line(), header.values(record.values())));
    }

    private Optional<String> error(CsvRecord record) {
        return record.error().or(() -> decoder.error(record.text())).or(() -> header.error(record.values()));
    }

    private FileRow readable(int line, List<String> values) {
        var row = mapper.createObjectNode();
        for (int i = 0; i < values.size(); i++) {
            var column = header.columns().get(i);
            var value = values.get(i).strip();
            if (!value.isEmpty()) {
                shape.putValue(row, column, wholeNumbers.contains(column) ? WholeNumberText.of(value) : value);
            }
        }
        return new FileRow.Readable(line, row);
    }

    private ObjectNode salvage(CsvRecord record) {
        var fields = mapper.createObjectNode();
        salvageValues(record, new CsvRowSalvage(header.columns(), shape.recognizableColumns()))
                .forEach((column, value) -> fields.put(column, TextLine.lenient(value)));
        return fields;
    }

    private Map<String, String> salvageValues(CsvRecord record, CsvRowSalvage row) {
        return record.error().isEmpty()
                ? row.alignedFields(header.values(record.values()))
                : row.leadingFields(header.values(CsvRowSalvage.valuesBeforeError(record.text(), separator)));
    }
}

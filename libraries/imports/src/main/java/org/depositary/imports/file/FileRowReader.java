package org.depositary.imports.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;

/** Reads an import file row by row: CSV with a header line, or one JSON object per line. */
public final class FileRowReader {

    private final RecordSplitter records;
    private final Function<RawRecord, FileRow> parser;

    /**
     * @param syntax the format in the request; if empty, a file that begins with { is NDJSON and any other file is
     *     CSV
     * @throws Problem if the header is invalid: 422
     */
    public FileRowReader(InputStream file, FileColumns shape, Optional<ImportFileFormat> syntax, ObjectMapper mapper)
            throws IOException {
        records = new RecordSplitter(file);
        if (syntax.orElseGet(this::detectSyntax) == ImportFileFormat.NDJSON) {
            var damaged = new JsonRowSalvage(shape.subjectFields(), mapper);
            parser = record -> parseJson(record, damaged, mapper);
        } else {
            var csv = new CsvRowParser(records.useQuotedFields(), shape, mapper);
            var columns = readHeader(csv);
            parser = record -> csv.parseRow(record, columns);
        }
    }

    private ImportFileFormat detectSyntax() {
        return records.beginsWith('{') ? ImportFileFormat.NDJSON : ImportFileFormat.CSV;
    }

    private List<String> readHeader(CsvRowParser csv) throws IOException {
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            record.get().error().ifPresent(error -> {
                throw Problem.invalid("", "The header line cannot be read: " + error);
            });
            if (!record.get().isBlank()) {
                return csv.parseColumns(record.get());
            }
        }
        throw Problem.invalid("", "The file is empty");
    }

    /**
     * Returns the next row, or empty at the end of the file. Skips blank lines.
     *
     * @throws Problem if the file cannot be split into rows: 422
     */
    public Optional<FileRow> next() throws IOException {
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            if (!record.get().isBlank() || record.get().error().isPresent()) {
                return record.map(parser);
            }
        }
        return Optional.empty();
    }

    private static FileRow parseJson(RawRecord record, JsonRowSalvage damaged, ObjectMapper mapper) {
        var row = parseJson(record, mapper);
        return row instanceof FileRow.Unreadable(int line, String reason, var none)
                ? new FileRow.Unreadable(line, reason, damaged.fields(record.lenientText()))
                : row;
    }

    private static FileRow parseJson(RawRecord record, ObjectMapper mapper) {
        return record.parse(text -> {
            try {
                return mapper.readTree(text) instanceof ObjectNode object
                        ? new FileRow.Readable(record.line(), object)
                        : new FileRow.Unreadable(record.line(), "A row is a JSON object");
            } catch (JsonProcessingException invalid) {
                return new FileRow.Unreadable(record.line(), "This is not JSON: " + invalid.getOriginalMessage());
            }
        });
    }
}

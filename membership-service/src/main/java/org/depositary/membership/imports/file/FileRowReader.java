package org.depositary.membership.imports.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.membership.imports.job.ImportFormat;

/** The rows of a file, one after the other: CSV with a header line, or JSON objects one a line. */
public final class FileRowReader {

    private final RecordSplitter records;
    private final Function<RawRecord, FileRow> reading;

    /**
     * @param format what the columns have to be
     * @param said what the sender says it is; without that, what begins with { is JSON
     * @throws Problem when the header is no good: 422
     */
    public FileRowReader(InputStream file, ImportFormat format, Optional<FileSyntax> said, ObjectMapper mapper) throws IOException {
        records = new RecordSplitter(file);
        if (said.orElseGet(this::looksLike) == FileSyntax.NDJSON) {
            reading = record -> json(record, mapper);
        } else {
            var csv = new CsvRowParser(records.cutFields(), mapper);
            var columns = header(csv, format);
            reading = record -> csv.row(record, columns);
        }
    }

    private FileSyntax looksLike() {
        return records.beginsWith('{') ? FileSyntax.NDJSON : FileSyntax.CSV;
    }

    private CsvRowParser.Columns header(CsvRowParser csv, ImportFormat format) throws IOException {
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            record.get().flaw().ifPresent(flaw -> {
                throw Problem.invalid("", "The header line cannot be read: " + flaw);
            });
            if (!record.get().isBlank()) {
                var columns = csv.columns(record.get());
                format.flaw(columns.names()).ifPresent(flaw -> {
                    throw Problem.invalid("", flaw);
                });
                return columns;
            }
        }
        throw Problem.invalid("", "The file is empty");
    }

    /**
     * The next row; empty at the end of the file.
     *
     * @throws Problem when rows cannot be told apart: 422
     */
    public Optional<FileRow> next() throws IOException {
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            if (!record.get().isBlank() || record.get().flaw().isPresent()) {
                return record.map(reading);
            }
        }
        return Optional.empty();
    }

    private static FileRow json(RawRecord record, ObjectMapper mapper) {
        var row = readJson(record, mapper);
        return row instanceof FileRow.Unreadable(int line, String reason, var none)
                ? new FileRow.Unreadable(line, reason, DamagedJsonRow.fields(record.damagedText(), mapper))
                : row;
    }

    private static FileRow readJson(RawRecord record, ObjectMapper mapper) {
        return readable(record, text -> {
            try {
                return mapper.readTree(text) instanceof ObjectNode object
                        ? new FileRow.Readable(record.line(), object)
                        : new FileRow.Unreadable(record.line(), "A row is a JSON object");
            } catch (JsonProcessingException broken) {
                return new FileRow.Unreadable(record.line(), "This is not JSON: " + broken.getOriginalMessage());
            }
        });
    }

    static FileRow readable(RawRecord record, Function<String, FileRow> read) {
        return record.flaw()
                .<FileRow>map(flaw -> new FileRow.Unreadable(record.line(), flaw))
                .orElseGet(() -> record.text()
                        .map(read)
                        .orElseGet(() -> new FileRow.Unreadable(record.line(), "This is not valid UTF-8")));
    }
}

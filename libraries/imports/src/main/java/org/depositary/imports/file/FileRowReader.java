package org.depositary.imports.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/** Reads an import file row by row: CSV with a header line, or one JSON object per line. */
public final class FileRowReader {

    private final RowReader rows;

    /** @throws Problem if the file is not text or its header is invalid: 422 */
    public FileRowReader(ImportFile file, FileColumns shape, ObjectMapper mapper) throws IOException {
        var decoder = new FileDecoder(file.bytes(), file.charset());
        var lines = new LineReader(decoder.text());
        var syntax = file.syntax()
                .orElseGet(() -> lines.firstCharacter() == '{' ? ImportFileFormat.NDJSON : ImportFileFormat.CSV);
        rows = switch (syntax) {
            case CSV -> new CsvRowReader(lines, decoder, shape, mapper);
            case NDJSON -> new JsonRowReader(lines, decoder, shape, mapper);
        };
    }

    /**
     * Returns the next row, or empty at the end of the file. Skips blank lines.
     *
     * @throws Problem if the file cannot be split into rows: 422
     */
    public Optional<FileRow> next() throws IOException {
        return rows.next();
    }
}

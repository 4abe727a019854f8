package org.depositary.gateway.exports.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.depositary.gateway.read.fields.ItemColumns;

/**
 * CSV (RFC 4180). In a delta the first column is {@code delta}. A last line {@code # rows: N} is written only on request,
 * because RFC 4180 knows no comments.
 */
final class CsvRowWriter implements RowWriter {

    private static final char COMMENT = '#';

    /** Quotes a cell with the comment character, so that a reader that knows comments takes it for data. */
    private static final QuoteStrategy QUOTE_COMMENT_CHARACTER = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf(COMMENT) >= 0;
        }
    };

    private final ObjectMapper mapper;
    private final ItemColumns columns;
    private final boolean isDelta;
    private final boolean hasEndLine;
    private final CsvWriter csv;

    /** @param hasEndLine whether the last line has the number of rows */
    CsvRowWriter(ObjectMapper mapper, ItemColumns columns, boolean isDelta, boolean hasEndLine, OutputStream to) {
        this.mapper = mapper;
        this.columns = columns;
        this.isDelta = isDelta;
        this.hasEndLine = hasEndLine;
        var builder = CsvWriter.builder();
        if (hasEndLine) {
            builder.quoteStrategy(QUOTE_COMMENT_CHARACTER);
        }
        csv = builder.build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        write("delta", columns.names());
    }

    @Override
    public void row(ExportRow row) throws IOException {
        write(row.delta().map(ExportRow.Delta::text).orElse(""), columns.cells(mapper.readTree(row.json())));
    }

    @Override
    public void end(long rows) throws IOException {
        if (hasEndLine) {
            csv.writeComment(" rows: " + rows);
        }
        csv.flush();
    }

    private void write(String first, List<String> others) throws IOException {
        var cells = others;
        if (isDelta) {
            cells = new ArrayList<>(others.size() + 1);
            cells.add(first);
            cells.addAll(others);
        }
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}

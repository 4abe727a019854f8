package org.depositary.gateway.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.depositary.gateway.read.fields.ItemColumns;
import org.depositary.gateway.read.fields.ItemFields;

/** Writes an export row by row, so that it needs the same memory whatever its size is. */
@ApplicationScoped
public class ExportWriter {

    private static final int BUFFER = 64 * 1024;

    private final ObjectMapper mapper;

    ExportWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the export. On a failure the end is missing. Returns the number of rows. */
    public long write(Export export, OutputStream to) throws IOException {
        var buffered = new BufferedOutputStream(to, BUFFER);
        var writer = writer(export, buffered);
        try {
            writer.begin();
            long count = 0;
            for (var rows = export.rows(); rows.hasNext(); count++) {
                writer.row(rows.next());
            }
            writer.end(count);
            buffered.flush();
            return count;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private RowWriter writer(Export export, OutputStream to) {
        var json = new JsonRows(mapper, export.description());
        return switch (export.format()) {
            case CSV ->
                new CsvRowWriter(
                        mapper,
                        ItemColumns.of(ItemFields.of(export.kind().item())),
                        export.since().isPresent(),
                        export.hasEndLine(),
                        to);
            case NDJSON -> new NdjsonRowWriter(json, to);
            case JSON -> new JsonRowWriter(json, to);
        };
    }
}

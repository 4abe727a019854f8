package org.depositary.gateway.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.depositary.gateway.exports.formats.RowWriter;
import org.depositary.gateway.exports.formats.RowWriters;

/** Writes an export row by row, so that it needs the same memory whatever its size is. */
@ApplicationScoped
public class ExportWriter {

    private static final int BUFFER = 64 * 1024;

    private final RowWriters writers;

    ExportWriter(RowWriters writers) {
        this.writers = writers;
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
        return writers.writer(
                export.format(),
                export.kind().item(),
                export.since().isPresent(),
                export.hasEndLine(),
                export.description(),
                to);
    }
}

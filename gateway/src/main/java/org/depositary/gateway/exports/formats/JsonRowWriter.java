package org.depositary.gateway.exports.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One JSON object: the array {@code items}, then the number of rows and the description of the export. */
final class JsonRowWriter implements RowWriter {

    private final JsonRows rows;
    private final OutputStream to;
    private boolean hasRows;

    JsonRowWriter(JsonRows rows, OutputStream to) {
        this.rows = rows;
        this.to = to;
    }

    @Override
    public void begin() throws IOException {
        write("{\"items\":[\n");
    }

    @Override
    public void row(ExportRow row) throws IOException {
        if (hasRows) {
            write(",\n");
        }
        hasRows = true;
        JsonRows.write(row, to);
    }

    @Override
    public void end(long count) throws IOException {
        write(hasRows ? "\n]," : "],");
        rows.writeEnd(count, to);
        to.write('\n');
    }

    private void write(String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}

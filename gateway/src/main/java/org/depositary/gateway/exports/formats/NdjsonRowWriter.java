package org.depositary.gateway.exports.formats;

import java.io.IOException;
import java.io.OutputStream;

/** One JSON object on each line. The last line has the number of rows and describes the export. */
record NdjsonRowWriter(JsonRows rows, OutputStream to) implements RowWriter {

    @Override
    public void begin() {
        // The first line is the first row.
    }

    @Override
    public void row(ExportRow row) throws IOException {
        JsonRows.write(row, to);
        to.write('\n');
    }

    @Override
    public void end(long count) throws IOException {
        to.write('{');
        rows.writeEnd(count, to);
        to.write('\n');
    }
}

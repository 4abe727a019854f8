package org.depositary.gateway.exports.formats;

import java.io.IOException;

/** Writes the rows of one export in one format. The end has the number of rows, so a client detects a truncated file. */
public interface RowWriter {

    void begin() throws IOException;

    void row(ExportRow row) throws IOException;

    /** Writes what follows the last row. The caller closes the stream. */
    void end(long rows) throws IOException;
}

package org.depositary.imports.file;

import java.io.IOException;
import java.util.Optional;

/** Reads the rows of a file in one format. */
interface RowReader {

    /** Returns the next row, or empty at the end of the file. Skips blank rows. */
    Optional<FileRow> next() throws IOException;
}

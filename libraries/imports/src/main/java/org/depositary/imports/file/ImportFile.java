package org.depositary.imports.file;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * A file to import, and what the request says about it.
 *
 * @param syntax the format; if empty, a file that begins with { is NDJSON and any other file is CSV
 * @param charset the declared character set; if empty, the byte order mark decides, and without one it is UTF-8
 * @param options the other parameters of the request that say how to read the rows; the service defines them
 */
public record ImportFile(
        InputStream bytes, Optional<ImportFileFormat> syntax, Optional<Charset> charset, Map<String, String> options) {

    public ImportFile(InputStream bytes, Optional<ImportFileFormat> syntax, Optional<Charset> charset) {
        this(bytes, syntax, charset, Map.of());
    }
}

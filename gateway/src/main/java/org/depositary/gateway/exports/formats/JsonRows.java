package org.depositary.gateway.exports.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rows as JSON, and the fields with which an export ends. */
record JsonRows(ObjectMapper mapper, ExportDescription description) {

    /** Writes the row. In a delta its first field is {@code delta}. */
    static void write(ExportRow row, OutputStream to) throws IOException {
        if (row.delta().isEmpty()) {
            to.write(row.json());
            return;
        }
        to.write("{\"delta\":\"%s\",".formatted(row.delta().get().text()).getBytes(StandardCharsets.US_ASCII));
        to.write(row.json(), 1, row.json().length - 1);
    }

    /** Writes the fields {@code rows} and those of the description, and closes the object. */
    void writeEnd(long count, OutputStream to) throws IOException {
        to.write("\"rows\":%d,".formatted(count).getBytes(StandardCharsets.US_ASCII));
        var fields = mapper.writeValueAsBytes(description);
        to.write(fields, 1, fields.length - 1);
    }
}

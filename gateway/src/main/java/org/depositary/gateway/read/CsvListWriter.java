package org.depositary.gateway.read;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Writes a complete list as CSV (RFC 4180), page by page. */
@ApplicationScoped
public class CsvListWriter {

    /**
     * The columns of a CSV file.
     *
     * @param names the header line
     * @param values the cells of an item, as many as there are names
     */
    public record Columns<T>(List<String> names, Function<T, List<String>> values) {}

    private final CompleteList lists;

    CsvListWriter(CompleteList lists) {
        this.lists = lists;
    }

    public <F, T> void write(ListQuery<F, T> list, F filter, AsOfPoint asOf, Columns<T> columns, OutputStream to)
            throws IOException {
        var text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        // Not closed: on failure the response must break off, so that the client does not take it for the whole.
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(columns.names());
        lists.read(list, filter, asOf, items -> {
            items.forEach(item -> csv.writeRecord(columns.values().apply(item)));
            csv.flush();
        });
        csv.flush();
    }
}

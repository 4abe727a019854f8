package org.depositary.gateway.read.fields;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Writes items as CSV (RFC 4180). A value that an item does not have is an empty cell, and an empty text is a quoted one.
 * It never closes the output: after a failure the response must break off, so that the client sees that it is incomplete.
 */
public final class CsvItemWriter implements ItemWriter {

    /** A mark at the start of a file by which Excel detects UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> names;
    private final Function<Object, List<String>> cells;
    private final boolean byteOrderMark;
    private final Writer text;
    private final CsvWriter csv;

    /**
     * @param names the header line
     * @param cells the cells of an item, one for each name; null for a value that the item does not have
     */
    public CsvItemWriter(
            List<String> names, Function<Object, List<String>> cells, boolean byteOrderMark, OutputStream to) {
        this.names = names;
        this.cells = cells;
        this.byteOrderMark = byteOrderMark;
        this.text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(text);
    }

    @Override
    public void begin() throws IOException {
        if (byteOrderMark) {
            text.write(BYTE_ORDER_MARK);
        }
        csv.writeRecord(names);
    }

    @Override
    public void write(List<?> items) throws IOException {
        items.forEach(item -> csv.writeRecord(visible(cells.apply(item))));
        csv.flush();
    }

    /** A line without any character would be skipped by many readers. */
    private static List<String> visible(List<String> cells) {
        return cells.size() == 1 && cells.getFirst() == null ? List.of("") : cells;
    }
}

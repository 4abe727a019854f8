package org.depositary.gateway.read.fields;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes items as newline-delimited JSON: one item on each line. It never closes the output. */
public final class NdjsonItemWriter implements ItemWriter {

    private final FieldSelection fields;
    private final ItemJson json;
    private final OutputStream to;

    public NdjsonItemWriter(FieldSelection fields, ItemJson json, OutputStream to) {
        this.fields = fields;
        this.json = json;
        this.to = to;
    }

    @Override
    public void begin() {
        // There is no header.
    }

    @Override
    public void write(List<?> items) throws IOException {
        for (var item : items) {
            to.write(json.bytes(fields.isAll() ? item : fields.of(json.tree(item))));
            to.write('\n');
        }
        to.flush();
    }
}

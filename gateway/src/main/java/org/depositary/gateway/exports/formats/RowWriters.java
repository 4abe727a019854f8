package org.depositary.gateway.exports.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.depositary.gateway.read.fields.ItemColumns;
import org.depositary.gateway.read.fields.ItemFields;

/** Makes the writer of one export. */
@ApplicationScoped
public class RowWriters {

    private final ObjectMapper mapper;

    RowWriters(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param item the type of the rows
     * @param isDelta whether each row says how it differs from an earlier export
     * @param hasEndLine whether CSV ends with a line that has the number of rows
     */
    public RowWriter writer(
            ExportFormat format,
            Type item,
            boolean isDelta,
            boolean hasEndLine,
            ExportDescription description,
            OutputStream to) {
        var json = new JsonRows(mapper, description);
        return switch (format) {
            case CSV -> new CsvRowWriter(mapper, columns(item), isDelta, hasEndLine, to);
            case NDJSON -> new NdjsonRowWriter(json, to);
            case JSON -> new JsonRowWriter(json, to);
            case PARQUET -> new ParquetRowWriter(mapper, columns(item).columns(), isDelta, description, to);
        };
    }

    private static ItemColumns columns(Type item) {
        return ItemColumns.of(ItemFields.of(item));
    }
}

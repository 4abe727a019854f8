package org.depositary.gateway.exports.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.depositary.gateway.exports.formats.ParquetRowSupport.ParquetRow;
import org.depositary.gateway.read.fields.ItemColumn;

/** Writes rows as records of a Parquet file, and the description of the export into its metadata. */
final class ParquetRowSupport extends WriteSupport<ParquetRow> {

    /** A row with its JSON parsed. */
    record ParquetRow(JsonNode item, Optional<ExportRow.Delta> delta) {}

    private static final String DELTA = "delta";

    private final List<ParquetColumn> columns;
    private final boolean isDelta;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private RecordConsumer to;

    /** @param description its fields become metadata of the file */
    ParquetRowSupport(List<ItemColumn> columns, boolean isDelta, JsonNode description) {
        int before = isDelta ? 1 : 0;
        this.columns = IntStream.range(0, columns.size())
                .mapToObj(place -> new ParquetColumn(columns.get(place), place + before))
                .toList();
        this.isDelta = isDelta;
        description.properties().forEach(field -> metadata.put("depositary." + field.getKey(), text(field.getValue())));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Adds the number of rows. The metadata are written when the file is closed. */
    void describe(long rows) {
        metadata.put("depositary.rows", Long.toString(rows));
    }

    @Override
    public WriteContext init(Configuration unused) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(
                ParquetColumn.schema(columns, isDelta ? List.of(ParquetColumn.text(DELTA)) : List.of()), Map.of());
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        to = consumer;
    }

    @Override
    public void write(ParquetRow row) {
        to.startMessage();
        row.delta().ifPresent(delta -> {
            to.startField(DELTA, 0);
            to.addBinary(Binary.fromString(delta.text()));
            to.endField(DELTA, 0);
        });
        columns.forEach(column -> column.write(row.item(), to));
        to.endMessage();
    }
}

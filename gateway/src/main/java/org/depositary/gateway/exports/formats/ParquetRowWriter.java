package org.depositary.gateway.exports.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.depositary.gateway.exports.formats.ParquetRowSupport.ParquetRow;
import org.depositary.gateway.read.fields.ItemColumn;

/**
 * Apache Parquet with the columns of CSV, typed. In a delta the first column is {@code delta}. The footer has the number
 * of rows and the description of the export, so a truncated file cannot be read.
 */
final class ParquetRowWriter implements RowWriter {

    private final ObjectMapper mapper;
    private final ParquetRowSupport support;
    private final StableFooterOutput to;
    private ParquetWriter<ParquetRow> parquet;

    ParquetRowWriter(
            ObjectMapper mapper,
            List<ItemColumn> columns,
            boolean isDelta,
            ExportDescription description,
            OutputStream to) {
        this.mapper = mapper;
        this.support = new ParquetRowSupport(columns, isDelta, mapper.valueToTree(description));
        this.to = new StableFooterOutput(to);
    }

    @Override
    public void begin() throws IOException {
        parquet = new ParquetFile(support, to).open();
    }

    @Override
    public void row(ExportRow row) throws IOException {
        parquet.write(new ParquetRow(mapper.readTree(row.json()), row.delta()));
    }

    @Override
    public void end(long rows) throws IOException {
        support.describe(rows);
        to.holdEnd();
        parquet.close();
        to.writeEnd();
    }
}

package org.depositary.gateway.exports.formats;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.depositary.gateway.exports.formats.ParquetRowSupport.ParquetRow;

/**
 * A Parquet file that is written to a stream. One row group is in memory, so the size of the file does not matter. Closing
 * it writes the footer, and leaves the stream open.
 */
final class ParquetFile extends ParquetWriter.Builder<ParquetRow, ParquetFile> {

    /** In bytes, before the compression. */
    private static final long ROW_GROUP = 8L * 1024 * 1024;

    private static final int PAGE = 256 * 1024;

    private final ParquetRowSupport support;

    ParquetFile(ParquetRowSupport support, OutputStream to) {
        super(new StreamFile(to));
        this.support = support;
    }

    ParquetWriter<ParquetRow> open() throws IOException {
        return withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP)
                .withPageSize(PAGE)
                .build();
    }

    @Override
    protected ParquetFile self() {
        return this;
    }

    @Override
    protected WriteSupport<ParquetRow> getWriteSupport(Configuration unused) {
        return support;
    }

    @Override
    protected WriteSupport<ParquetRow> getWriteSupport(ParquetConfiguration unused) {
        return support;
    }

    private record StreamFile(OutputStream to) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSize) {
            return new CountingOutput(to);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class CountingOutput extends PositionOutputStream {

        private final OutputStream to;
        private long position;

        CountingOutput(OutputStream to) {
            this.to = to;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int one) throws IOException {
            to.write(one);
            position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            position += length;
        }

        @Override
        public void close() {
            // The caller closes the stream.
        }
    }
}

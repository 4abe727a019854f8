package org.depositary.gateway.exports.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/**
 * Makes the footer of a Parquet file the same in every process. Apache Parquet lists the encodings of a column in the order of
 * a hash set of enum constants, whose hashes differ from process to process.
 */
final class StableFooterOutput extends OutputStream {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** The length of the footer, and the magic bytes. */
    private static final int AFTER_FOOTER = Integer.BYTES + MAGIC.length;

    private final OutputStream file;
    private final ByteArrayOutputStream end = new ByteArrayOutputStream();
    private OutputStream to;

    StableFooterOutput(OutputStream file) {
        this.file = file;
        this.to = file;
    }

    @Override
    public void write(int one) throws IOException {
        to.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        to.write(bytes, from, length);
    }

    /** Holds back what follows: the last row group and the footer. */
    void holdEnd() {
        to = end;
    }

    /** Writes what was held back, with its footer in order. */
    void writeEnd() throws IOException {
        var held = end.toByteArray();
        int length = ByteBuffer.wrap(held).order(ByteOrder.LITTLE_ENDIAN).getInt(held.length - AFTER_FOOTER);
        int start = held.length - AFTER_FOOTER - length;
        file.write(held, 0, start);
        var footer = inOrder(Util.readFileMetaData(new ByteArrayInputStream(held, start, length)));
        file.write(footer);
        file.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        file.write(MAGIC);
    }

    private static byte[] inOrder(FileMetaData footer) throws IOException {
        footer.getRow_groups().forEach(group -> group.getColumns().forEach(column -> sort(column.getMeta_data())));
        var bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        return bytes.toByteArray();
    }

    private static void sort(ColumnMetaData column) {
        column.getEncodings().sort(null);
        if (column.isSetEncoding_stats()) {
            column.getEncoding_stats().sort(null);
        }
    }
}

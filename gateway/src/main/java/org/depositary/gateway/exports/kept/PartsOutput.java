package org.depositary.gateway.exports.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Writes the bytes of a file in parts into the database, within the caller's transaction. */
final class PartsOutput extends OutputStream {

    static final int PART = 1024 * 1024;

    private final Connection connection;
    private final UUID export;
    private final String name;
    private final long largest;
    private final MessageDigest digest = sha256();
    private final byte[] part = new byte[PART];
    private int filled;
    private int number;
    private long size;

    /** @param largest the maximum size of the file in bytes */
    PartsOutput(Connection connection, UUID export, String name, long largest) {
        this.connection = connection;
        this.export = export;
        this.name = name;
        this.largest = largest;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        size += length;
        if (size > largest) {
            throw new TooLargeExport(largest);
        }
        digest.update(bytes, from, length);
        int written = 0;
        while (written < length) {
            int taken = Math.min(PART - filled, length - written);
            System.arraycopy(bytes, from + written, part, filled, taken);
            written += taken;
            filled += taken;
            if (filled == PART) {
                store();
            }
        }
    }

    /** Stores the last part and describes the file. */
    void finish(boolean isDelta, long rows) throws IOException, SQLException {
        if (filled > 0) {
            store();
        }
        var sql = "INSERT INTO kept_file (export, name, is_delta, sha256, size, rows) VALUES (?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, export);
            insert.setString(2, name);
            insert.setBoolean(3, isDelta);
            insert.setBytes(4, digest.digest());
            insert.setLong(5, size);
            insert.setLong(6, rows);
            insert.executeUpdate();
        }
    }

    private void store() throws IOException {
        var sql = "INSERT INTO kept_part (export, name, number, bytes) VALUES (?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, export);
            insert.setString(2, name);
            insert.setInt(3, number);
            insert.setBytes(4, filled == PART ? part : Arrays.copyOf(part, filled));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        number++;
        filled = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

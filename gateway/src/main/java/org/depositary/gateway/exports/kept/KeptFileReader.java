package org.depositary.gateway.exports.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.http.ByteRange;
import org.depositary.gateway.database.ClientsDatabase;

/** Reads the files of kept exports. */
@ApplicationScoped
class KeptFileReader {

    private static final String FILE =
            "SELECT is_delta, sha256, size, rows FROM kept_file WHERE export = ? AND name = ?";
    private static final String PART = "SELECT bytes FROM kept_part WHERE export = ? AND name = ? AND number = ?";

    private final ClientsDatabase database;

    KeptFileReader(ClientsDatabase database) {
        this.database = database;
    }

    Optional<StoredFile> find(UUID export, String name) throws SQLException {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement(FILE)) {
                select.setObject(1, export);
                select.setString(2, name);
                var row = select.executeQuery();
                return row.next()
                        ? Optional.of(new StoredFile(
                                export, name, row.getBoolean(1), row.getBytes(2), row.getLong(3), row.getLong(4)))
                        : Optional.empty();
            }
        });
    }

    /** Writes a range of the file. One part is in memory, and no transaction is open while the client receives it. */
    void write(StoredFile file, ByteRange range, OutputStream to) throws IOException {
        long position = range.first();
        while (position <= range.last()) {
            var part = part(file, (int) (position / PartsOutput.PART));
            int from = (int) (position % PartsOutput.PART);
            int length = (int) Math.min(part.length - from, range.last() - position + 1);
            to.write(part, from, length);
            position += length;
        }
    }

    private byte[] part(StoredFile file, int number) throws IOException {
        try {
            return database.transaction(connection -> {
                try (var select = connection.prepareStatement(PART)) {
                    select.setObject(1, file.export());
                    select.setString(2, file.name());
                    select.setInt(3, number);
                    var row = select.executeQuery();
                    row.next();
                    return row.getBytes(1);
                }
            });
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}

package org.depositary.documents.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.documents.domain.DocumentRights;
import org.depositary.eventsourcing.store.DatabaseFailure;

/**
 * Stores the bytes of documents in the database, in parts of 1 MiB.
 *
 * <p>Writes use the connection of a command, so that they commit with the events of that command.
 */
@ApplicationScoped
public class DocumentArchive {

    private static final int PART_SIZE = 1024 * 1024;

    private final DataSource dataSource;
    private final StoredDocumentRepository documents;

    DocumentArchive(DataSource dataSource, StoredDocumentRepository documents) {
        this.dataSource = dataSource;
        this.documents = documents;
    }

    public void store(Connection connection, DocumentReceived document, InputStream bytes) throws IOException {
        documents.receive(connection, document);
        var sql = "INSERT INTO document_part (document, part, bytes) VALUES (?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, document.id());
            byte[] part;
            for (int number = 0; (part = bytes.readNBytes(PART_SIZE)).length > 0; number++) {
                insert.setInt(2, number);
                insert.setBytes(3, part);
                insert.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public void setRights(Connection connection, String document, DocumentRights rights) {
        documents.setRights(connection, document, rights);
    }

    /** Erases the bytes and all extracted texts. The row of the document keeps the reason. */
    public void erase(Connection connection, String document, String reason) {
        documents.setTakenDown(connection, document, reason);
        SqlUpdateExecutor.update(connection, "DELETE FROM document_part WHERE document = ?", document);
        SqlUpdateExecutor.update(connection, "DELETE FROM document_text WHERE document = ?", document);
        SqlUpdateExecutor.update(connection, "DELETE FROM extraction_job WHERE document = ?", document);
    }

    /** Returns the document with this id, even if its bytes are erased. */
    @ActivateRequestContext
    public Optional<StoredDocument> find(String id) {
        return documents.find(id);
    }

    /** Writes all bytes to a stream, one part at a time. Bytes never change, so this needs no transaction. */
    public void writeTo(String document, OutputStream out) throws IOException {
        var part = part(document, 0);
        for (int number = 1; part.isPresent(); number++) {
            out.write(part.get());
            part = part(document, number);
        }
    }

    /**
     * Writes a range of the bytes to a stream, one part at a time.
     *
     * @param first position of the first byte
     * @param length number of bytes, at most up to the end of the document
     */
    public void writeTo(String document, long first, long length, OutputStream out) throws IOException {
        long position = first;
        long end = first + length;
        while (position < end) {
            int number = Math.toIntExact(position / PART_SIZE);
            int from = Math.toIntExact(position % PART_SIZE);
            int count = Math.toIntExact(Math.min(PART_SIZE - from, end - position));
            var part = part(document, number);
            if (part.isEmpty()) {
                // A takedown has erased the bytes. The client sees that the response is incomplete.
                throw new EOFException("The bytes of document %s end at %d".formatted(document, position));
            }
            out.write(part.get(), from, count);
            position += count;
        }
    }

    private Optional<byte[]> part(String document, int number) {
        var sql = "SELECT bytes FROM document_part WHERE document = ? AND part = ?";
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            select.setInt(2, number);
            var row = select.executeQuery();
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }
}

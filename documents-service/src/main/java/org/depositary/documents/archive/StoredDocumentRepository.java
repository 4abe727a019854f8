package org.depositary.documents.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.documents.domain.DocumentRights;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.hibernate.JDBCException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * Reads and writes the rows of the table {@code document}, always through Hibernate.
 *
 * <p>Writes use the connection of a command, so that they commit with the events of that command. Two commands on one
 * document cannot overwrite each other's row: the later one loses the race for the version of the stream and rolls back.
 */
@ApplicationScoped
class StoredDocumentRepository {

    private final SessionFactory sessions;

    StoredDocumentRepository(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Returns the document with this id, even if its bytes are erased. */
    Optional<StoredDocument> find(String id) {
        return StoredDocument.findByIdOptional(id);
    }

    String rights(Connection connection, String id) {
        return inSession(connection, session -> row(session, id).rights());
    }

    void receive(Connection connection, DocumentReceived received) {
        inSession(connection, session -> {
            var known = session.get(StoredDocument.class, received.id());
            if (known == null) {
                return session.insert(StoredDocument.of(received));
            }
            known.set(received);
            session.update(known);
            return known;
        });
    }

    void setRights(Connection connection, String id, DocumentRights rights) {
        update(connection, id, document -> document.setRights(rights));
    }

    void setTakenDown(Connection connection, String id, String reason) {
        update(connection, id, document -> document.setTakenDown(reason));
    }

    private void update(Connection connection, String id, Consumer<StoredDocument> change) {
        inSession(connection, session -> {
            var document = row(session, id);
            change.accept(document);
            session.update(document);
            return document;
        });
    }

    private static StoredDocument row(StatelessSession session, String id) {
        return Optional.ofNullable(session.get(StoredDocument.class, id)).orElseThrow();
    }

    private <T> T inSession(Connection connection, Function<StatelessSession, T> work) {
        try (var session = sessions.openStatelessSession(connection)) {
            return work.apply(session);
        } catch (JDBCException failure) {
            throw new DatabaseFailure(failure.getSQLException());
        }
    }
}

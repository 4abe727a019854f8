package org.depositary.documents.command;

import static org.depositary.documents.events.DocumentEvents.DOCUMENTS;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.depositary.documents.archive.DocumentArchive;
import org.depositary.documents.archive.DocumentTexts;
import org.depositary.documents.archive.ExtractionJobs;
import org.depositary.documents.domain.DocumentCommand;
import org.depositary.documents.domain.DocumentCommand.CorrectMetadata;
import org.depositary.documents.domain.DocumentCommand.ReceiveDocument;
import org.depositary.documents.domain.DocumentCommand.RetryExtraction;
import org.depositary.documents.domain.DocumentCommand.TakeDown;
import org.depositary.documents.domain.DocumentEvent;
import org.depositary.documents.domain.DocumentEvent.DocumentMetadataCorrected;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.Answers;
import org.depositary.eventsourcing.http.Requests;
import org.depositary.eventsourcing.http.Spool;
import org.depositary.eventsourcing.store.Session;

/** Handles the commands on documents. The events and the stored bytes and jobs commit together. */
@ApplicationScoped
class DocumentCommands {

    /** The id of a document is the first digits of the hash of its bytes. */
    private static final int ID_DIGITS = 32;

    private final Answers answers;
    private final Requests requests;
    private final DocumentArchive archive;

    DocumentCommands(Answers answers, Requests requests, DocumentArchive archive) {
        this.answers = answers;
        this.requests = requests;
        this.archive = archive;
    }

    /** Returns 202 if the bytes are new and 200 if they are known. For known bytes the metadata is ignored. */
    Response receive(Spool upload, UploadMetadata metadata) {
        if (upload.bytes() == 0) {
            throw Problem.invalid("", "A document has at least one byte");
        }
        var id = upload.sha256().substring(0, ID_DIGITS);
        var received = new DocumentReceived(
                id,
                upload.sha256(),
                upload.bytes(),
                metadata.type().mediaType(),
                metadata.type().charset(),
                metadata.filename(),
                metadata.rights(),
                metadata.metadata());
        var request = requests.with((upload.sha256() + metadata.fingerprint()).getBytes(StandardCharsets.UTF_8));
        return answers.to(request, session -> {
            var stream = DOCUMENTS.stream(id);
            var isNew = !session.handle(DOCUMENTS, stream, new ReceiveDocument(received))
                    .isEmpty();
            if (isNew) {
                store(session, received, upload);
            }
            return DocumentAnswers.of(session, stream, isNew ? 202 : 200);
        });
    }

    private void store(Session session, DocumentReceived received, Spool upload) {
        try {
            archive.store(session.connection(), received, upload.read());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ExtractionJobs.add(session.connection(), received.id());
    }

    /** Corrects the metadata. The rights are published with the text, so changed rights publish the text again. */
    Response correct(String id, JsonNode body, MetadataBody metadata) {
        var command = new CorrectMetadata(metadata.metadata(), metadata.readRights(), metadata.readReason());
        return change(id, body, command, 201, (session, event) -> {
            if (event instanceof DocumentMetadataCorrected corrected
                    && corrected.corrected().contains("rights")) {
                archive.setRights(session.connection(), id, corrected.rights());
                DocumentTexts.republish(session.connection(), id);
            }
        });
    }

    /** Starts another extraction. */
    Response retry(String id) {
        return answers.to(requests.with(new byte[0]), session -> {
            var stream = DOCUMENTS.stream(id);
            session.handle(DOCUMENTS, stream, new RetryExtraction());
            ExtractionJobs.add(session.connection(), id);
            return DocumentAnswers.of(session, stream, 202);
        });
    }

    /** Erases the bytes and the text, here and in the topic. */
    Response takeDown(String id, JsonNode body, String reason) {
        return change(id, body, new TakeDown(reason), 201, (session, event) -> {
            archive.erase(session.connection(), id, reason);
            DocumentTexts.republish(session.connection(), id);
        });
    }

    private Response change(
            String id,
            JsonNode body,
            DocumentCommand command,
            int status,
            BiConsumer<Session, DocumentEvent> consequence) {
        return answers.to(requests.with(body), session -> {
            var stream = DOCUMENTS.stream(id);
            var events = session.handle(DOCUMENTS, stream, command);
            events.forEach(event -> consequence.accept(session, event));
            return DocumentAnswers.of(session, stream, events.isEmpty() ? 200 : status);
        });
    }
}

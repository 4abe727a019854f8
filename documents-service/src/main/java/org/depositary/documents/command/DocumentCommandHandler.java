package org.depositary.documents.command;

import static org.depositary.documents.events.DocumentEventTypes.DOCUMENTS;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.depositary.documents.archive.DocumentArchive;
import org.depositary.documents.archive.DocumentTextStore;
import org.depositary.documents.archive.ExtractionQueue;
import org.depositary.documents.domain.DocumentCommand;
import org.depositary.documents.domain.DocumentCommand.CorrectMetadata;
import org.depositary.documents.domain.DocumentCommand.LiftTakedown;
import org.depositary.documents.domain.DocumentCommand.ReceiveDocument;
import org.depositary.documents.domain.DocumentCommand.RetryExtraction;
import org.depositary.documents.domain.DocumentCommand.TakeDown;
import org.depositary.documents.domain.DocumentEvent;
import org.depositary.documents.domain.DocumentEvent.DocumentMetadataCorrected;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.CommandRequestFactory;
import org.depositary.eventsourcing.http.CommandResponder;
import org.depositary.eventsourcing.http.SpooledBody;
import org.depositary.eventsourcing.store.UnitOfWork;

/** Handles the commands on documents. The events and the stored bytes and jobs commit together. */
@ApplicationScoped
class DocumentCommandHandler {

    /** The number of hexadecimal digits in the id of a document: the id is the beginning of the hash of its bytes. */
    private static final int ID_DIGITS = 32;

    private final CommandResponder responses;
    private final CommandRequestFactory requests;
    private final DocumentArchive archive;

    DocumentCommandHandler(CommandResponder responses, CommandRequestFactory requests, DocumentArchive archive) {
        this.responses = responses;
        this.requests = requests;
        this.archive = archive;
    }

    /**
     * Stores an uploaded document. Returns 202 if the bytes are new and 200 if they are already stored. In that case
     * the metadata is ignored.
     */
    Response receive(SpooledBody upload, UploadMetadata metadata) {
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
        return responses.to(request, unitOfWork -> {
            var stream = DOCUMENTS.stream(id);
            var isNew = !unitOfWork
                    .handle(DOCUMENTS, stream, new ReceiveDocument(received))
                    .isEmpty();
            if (isNew) {
                store(unitOfWork, received, upload);
            }
            return DocumentCommandResponses.of(unitOfWork, stream, isNew ? 202 : 200);
        });
    }

    private void store(UnitOfWork unitOfWork, DocumentReceived received, SpooledBody upload) {
        try {
            archive.store(unitOfWork.connection(), received, upload.read());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ExtractionQueue.add(unitOfWork.connection(), received.id());
    }

    /**
     * Corrects the metadata. Changed rights also publish the text again, because the rights are published with the
     * text.
     */
    Response correct(String id, JsonNode body, DocumentMetadataBody metadata) {
        var command = new CorrectMetadata(metadata.metadata(), metadata.readRights(), metadata.readReason());
        return change(id, body, command, 201, (unitOfWork, event) -> {
            if (event instanceof DocumentMetadataCorrected corrected
                    && corrected.corrected().contains("rights")) {
                archive.setRights(unitOfWork.connection(), id, corrected.rights());
                DocumentTextStore.republish(unitOfWork.connection(), id);
            }
        });
    }

    Response retry(String id) {
        return responses.to(requests.with(new byte[0]), unitOfWork -> {
            var stream = DOCUMENTS.stream(id);
            unitOfWork.handle(DOCUMENTS, stream, new RetryExtraction());
            ExtractionQueue.add(unitOfWork.connection(), id);
            return DocumentCommandResponses.of(unitOfWork, stream, 202);
        });
    }

    /** Erases the bytes and the text, in the database and in the topic. */
    Response takeDown(String id, JsonNode body, String reason) {
        return change(id, body, new TakeDown(reason), 201, (unitOfWork, event) -> {
            archive.erase(unitOfWork.connection(), id, reason);
            DocumentTextStore.republish(unitOfWork.connection(), id);
        });
    }

    /** Allows the bytes to be received again. Nothing that the takedown erased comes back. */
    Response liftTakedown(String id, JsonNode body, String reason) {
        return change(id, body, new LiftTakedown(id, reason), 201, (unitOfWork, event) -> {});
    }

    private Response change(
            String id,
            JsonNode body,
            DocumentCommand command,
            int status,
            BiConsumer<UnitOfWork, DocumentEvent> consequence) {
        return responses.to(requests.with(body), unitOfWork -> {
            var stream = DOCUMENTS.stream(id);
            var events = unitOfWork.handle(DOCUMENTS, stream, command);
            events.forEach(event -> consequence.accept(unitOfWork, event));
            return DocumentCommandResponses.of(unitOfWork, stream, events.isEmpty() ? 200 : status);
        });
    }
}

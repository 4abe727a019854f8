package org.depositary.documents.worker;

import static org.depositary.documents.events.DocumentEventTypes.DOCUMENTS;

import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.documents.Sha256;
import org.depositary.documents.archive.DocumentTextStore;
import org.depositary.documents.archive.ExtractionQueue;
import org.depositary.documents.archive.ExtractionQueue.Job;
import org.depositary.documents.domain.DocumentCommand.Extracted;
import org.depositary.documents.domain.DocumentCommand.RecordExtraction;
import org.depositary.documents.domain.DocumentCommand.Text;
import org.depositary.documents.domain.DocumentEvent.DocumentExtracted;
import org.depositary.documents.domain.DocumentMetadata;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.ExtractionOutcome.Read;
import org.depositary.documents.extraction.ExtractionOutcome.Unread;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.CommandExecutor;
import org.depositary.eventsourcing.store.CommandRequest;
import org.depositary.eventsourcing.store.UnitOfWork;

/** Records the result of an extraction: the event, the text and the end of the job commit in one transaction. */
@ApplicationScoped
public class ExtractionRecorder {

    private static final CommandRequest WORKER =
            new CommandRequest("documents-service", Optional.empty(), "", Optional.empty());
    private static final CommandAnswer NO_RESPONSE = new CommandAnswer(204, Map.of(), NullNode.getInstance());

    private final CommandExecutor commands;
    private final DocumentTextStore texts;

    ExtractionRecorder(CommandExecutor commands, DocumentTextStore texts) {
        this.commands = commands;
        this.texts = texts;
    }

    /** Records the result, unless another worker has taken the job or the document was taken down in the meantime. */
    void record(Job job, ExtractionOutcome outcome) {
        commands.run(
                WORKER,
                unitOfWork -> {
                    if (ExtractionQueue.end(unitOfWork.connection(), job)) {
                        record(unitOfWork, job.document(), outcome);
                    }
                    return NO_RESPONSE;
                },
                problem -> NO_RESPONSE);
    }

    private void record(UnitOfWork unitOfWork, String document, ExtractionOutcome outcome) {
        var events = unitOfWork.handle(DOCUMENTS, DOCUMENTS.stream(document), new RecordExtraction(result(outcome)));
        for (var event : events) {
            if (event instanceof DocumentExtracted extracted && outcome instanceof Read read) {
                texts.store(unitOfWork.connection(), document, extracted.extraction(), read.text(), read.passages());
            }
        }
    }

    private static Extracted result(ExtractionOutcome outcome) {
        return switch (outcome) {
            case Read read ->
                new Extracted(
                        read.status().label(),
                        MetadataConversion.metadata(read),
                        read.pages().stream().boxed().findFirst(),
                        Optional.of(new Text(read.characters(), read.passages().size(), hash(read.text()))),
                        read.problem(),
                        Optional.of(read.tool()),
                        MetadataConversion.origins(read),
                        MetadataConversion.conflicts(read));
            case Unread unread ->
                new Extracted(
                        unread.status().label(),
                        DocumentMetadata.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        unread.problem(),
                        Optional.empty(),
                        Map.of(),
                        List.of());
        };
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

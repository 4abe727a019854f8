package org.depositary.documents.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.documents.domain.Document.Extracted;
import org.depositary.documents.domain.Document.File;
import org.depositary.documents.domain.Document.Lifted;
import org.depositary.documents.domain.Document.Received;
import org.depositary.documents.domain.Document.TakenDown;
import org.depositary.documents.domain.Document.Unknown;
import org.depositary.documents.domain.DocumentCommand.CorrectMetadata;
import org.depositary.documents.domain.DocumentCommand.LiftTakedown;
import org.depositary.documents.domain.DocumentCommand.ReceiveDocument;
import org.depositary.documents.domain.DocumentCommand.RecordExtraction;
import org.depositary.documents.domain.DocumentCommand.RetryExtraction;
import org.depositary.documents.domain.DocumentCommand.TakeDown;
import org.depositary.documents.domain.DocumentEvent.DocumentExtracted;
import org.depositary.documents.domain.DocumentEvent.DocumentMetadataCorrected;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.documents.domain.DocumentEvent.DocumentTakedownLifted;
import org.depositary.documents.domain.DocumentEvent.DocumentTakenDown;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Decides the commands on one document. */
public final class DocumentDecider {

    public static final Decider<DocumentCommand, Document, DocumentEvent> DECIDER =
            Decider.of(new Unknown(), DocumentDecider::decide, DocumentDecider::evolve);

    private DocumentDecider() {}

    private static List<DocumentEvent> decide(DocumentCommand command, Document document) {
        return switch (command) {
            case ReceiveDocument(var received) -> receive(received, document);
            case RecordExtraction(var result) -> record(result, document);
            case CorrectMetadata correction -> correct(correction, document);
            case RetryExtraction() -> {
                notTakenDown(document);
                yield List.of();
            }
            case TakeDown(var reason) -> takeDown(reason, document);
            case LiftTakedown lifting -> lift(lifting, document);
        };
    }

    private static List<DocumentEvent> receive(DocumentReceived received, Document document) {
        return switch (document) {
            case Unknown() -> List.of(received);
            case Lifted again -> List.of(received);
            case Received known -> List.of();
            case Extracted known -> List.of();
            case TakenDown(var reason, var extraction) ->
                throw Problem.of(ProblemType.TAKEN_DOWN, "This document was taken down: " + reason);
        };
    }

    /**
     * Records the result of an extraction. The result can arrive after a takedown; the document then stays taken
     * down.
     */
    private static List<DocumentEvent> record(DocumentCommand.Extracted result, Document document) {
        return switch (document) {
            case Received(var file, var extraction) -> List.of(extracted(file, extraction + 1, result));
            // A failed second extraction does not replace a text that may have been cited.
            case Extracted before when before.hasText() && result.text().isEmpty() -> List.of();
            case Extracted before -> List.of(extracted(before.file(), before.extraction() + 1, result));
            case Unknown() -> List.of();
            case TakenDown gone -> List.of();
            case Lifted gone -> List.of();
        };
    }

    private static DocumentExtracted extracted(File file, int extraction, DocumentCommand.Extracted result) {
        var metadata = file.filename().map(result.metadata()::orOfFile).orElse(result.metadata());
        var text = result.text();
        return new DocumentExtracted(
                file.id(),
                extraction,
                result.status(),
                metadata.title(),
                metadata.author(),
                metadata.date(),
                metadata.place(),
                metadata.publisher(),
                metadata.type(),
                metadata.language(),
                result.pages(),
                text.map(DocumentCommand.Text::characters).orElse(0),
                text.map(DocumentCommand.Text::passages).orElse(0),
                text.map(DocumentCommand.Text::sha256),
                result.problem(),
                result.tool(),
                metadata.signatories(),
                Optional.of(origins(metadata, result)).filter(it -> !it.isEmpty()),
                Optional.of(result.conflicts()).filter(it -> !it.isEmpty()));
    }

    /** Returns the origins of all fields. A field that the extraction did not read comes from the name of the file. */
    private static Map<String, MetadataOrigin> origins(DocumentMetadata metadata, DocumentCommand.Extracted result) {
        var origins = new LinkedHashMap<String, MetadataOrigin>();
        for (var field : metadata.differingFrom(result.metadata())) {
            origins.put(field, MetadataOrigin.FILE_NAME);
        }
        origins.putAll(result.origins());
        return origins;
    }

    private static List<DocumentEvent> correct(CorrectMetadata correction, Document document) {
        var file = notTakenDown(document);
        var before = document instanceof Extracted known ? file.given().overlay(known.read()) : file.given();
        var after = correction.fields().overlay(before);
        var rights = correction.rights().orElse(file.rights());
        var corrected = new ArrayList<>(after.differingFrom(before));
        unsettled(document, file).stream()
                .filter(field -> correction.fields().present().contains(field) && !corrected.contains(field))
                .forEach(corrected::add);
        if (rights != file.rights()) {
            corrected.add("rights");
        }
        return corrected.isEmpty()
                ? List.of()
                : List.of(DocumentMetadataCorrected.of(file.id(), after, rights, corrected, correction.reason()));
    }

    /**
     * Returns the fields with conflicting values on which no curator has decided. A correction can confirm the value of
     * such a field.
     */
    private static List<String> unsettled(Document document, File file) {
        if (!(document instanceof Extracted known)) {
            return List.of();
        }
        var conflicts = new ArrayList<>(known.conflicts());
        file.sent().overlay(known.read()).differingFrom(known.read()).stream()
                .filter(known.read().present()::contains)
                .forEach(conflicts::add);
        conflicts.removeAll(file.corrected());
        return conflicts;
    }

    private static List<DocumentEvent> takeDown(String reason, Document document) {
        return switch (document) {
            case TakenDown gone -> List.of();
            case Lifted gone -> throw erased();
            case Unknown() -> throw unknown();
            case Received known -> List.of(new DocumentTakenDown(known.file().id(), reason));
            case Extracted known -> List.of(new DocumentTakenDown(known.file().id(), reason));
        };
    }

    private static List<DocumentEvent> lift(LiftTakedown command, Document document) {
        return switch (document) {
            case TakenDown gone -> List.of(new DocumentTakedownLifted(command.id(), command.reason()));
            case Lifted gone -> List.of();
            case Unknown() -> throw unknown();
            case Received known -> throw notTakenDown();
            case Extracted known -> throw notTakenDown();
        };
    }

    private static File notTakenDown(Document document) {
        return switch (document) {
            case Received known -> known.file();
            case Extracted known -> known.file();
            case Unknown() -> throw unknown();
            case TakenDown(var reason, var extraction) ->
                throw Problem.of(ProblemType.CONFLICT, "This document was taken down: " + reason);
            case Lifted gone -> throw erased();
        };
    }

    private static Problem unknown() {
        return Problem.notFound("Unknown document id");
    }

    private static Problem erased() {
        return Problem.of(
                ProblemType.CONFLICT, "A takedown erased this document, and its bytes have not been received again");
    }

    private static Problem notTakenDown() {
        return Problem.of(ProblemType.CONFLICT, "This document is not taken down");
    }

    private static Document evolve(Document document, DocumentEvent event) {
        return switch (event) {
            case DocumentReceived received -> new Received(File.of(received), extractionOf(document));
            case DocumentExtracted extracted ->
                new Extracted(
                        fileOf(document).orElseThrow(),
                        extracted.extraction(),
                        extracted.hasText(),
                        extracted.metadata(),
                        extracted.fieldsInConflict());
            case DocumentMetadataCorrected corrected ->
                fileOf(document)
                        .map(file -> withFile(document, file.with(corrected)))
                        .orElse(document);
            case DocumentTakenDown(var id, var reason) -> new TakenDown(reason, extractionOf(document));
            case DocumentTakedownLifted lifted -> new Lifted(extractionOf(document));
        };
    }

    /** The number of the last extraction. Numbers go on after a takedown, so no number ever means two texts. */
    private static int extractionOf(Document document) {
        return switch (document) {
            case Unknown() -> 0;
            case Received known -> known.extraction();
            case Extracted known -> known.extraction();
            case TakenDown gone -> gone.extraction();
            case Lifted gone -> gone.extraction();
        };
    }

    private static Optional<File> fileOf(Document document) {
        return switch (document) {
            case Received known -> Optional.of(known.file());
            case Extracted known -> Optional.of(known.file());
            case Unknown() -> Optional.empty();
            case TakenDown gone -> Optional.empty();
            case Lifted gone -> Optional.empty();
        };
    }

    private static Document withFile(Document document, File file) {
        return switch (document) {
            case Extracted known ->
                new Extracted(file, known.extraction(), known.hasText(), known.read(), known.conflicts());
            case Received known -> new Received(file, known.extraction());
            case Unknown() -> document;
            case TakenDown gone -> document;
            case Lifted gone -> document;
        };
    }
}

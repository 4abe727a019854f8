package org.depositary.documents.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.depositary.documents.domain.DocumentCommand.CorrectMetadata;
import org.depositary.documents.domain.DocumentCommand.Extracted;
import org.depositary.documents.domain.DocumentCommand.ReceiveDocument;
import org.depositary.documents.domain.DocumentCommand.RecordExtraction;
import org.depositary.documents.domain.DocumentCommand.RetryExtraction;
import org.depositary.documents.domain.DocumentCommand.TakeDown;
import org.depositary.documents.domain.DocumentCommand.Text;
import org.depositary.documents.domain.DocumentEvent.DocumentExtracted;
import org.depositary.documents.domain.DocumentEvent.DocumentMetadataCorrected;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.documents.domain.DocumentEvent.DocumentTakenDown;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.junit.jupiter.api.Test;

class DocumentDeciderTest {

    private static final String ID = "9f86d081884c7d659a2feaa0c55ad015";
    private static final DocumentMetadata SENT = said(Optional.of("Charter"), Optional.of("2002-06-07"));
    private static final Optional<String> TOOL = Optional.of("depositary 2; pdfbox 3.0.7");
    private static final DocumentMetadata READ = said(Optional.of("CHARTER of the Union"), Optional.empty());

    @Test
    void bytes_are_received_once() {
        given().when(new ReceiveDocument(received())).then(received());
        given(received()).when(new ReceiveDocument(received())).thenNothing();
        given(received(), extracted(1, "ok"))
                .when(new ReceiveDocument(received()))
                .thenNothing();
    }

    @Test
    void what_reading_gave_is_numbered() {
        given(received()).when(reads("ok")).then(extracted(1, "ok"));
        given(received(), extracted(1, "ok")).when(reads("partial")).then(extracted(2, "partial"));
        given(received(), extracted(1, "timeout")).when(reads("timeout")).then(extracted(2, "timeout"));
    }

    @Test
    void a_text_is_not_lost_by_reading_again() {
        given(received(), extracted(1, "ok")).when(reads("timeout")).thenNothing();
        given(received(), extracted(1, "ok"), corrected(SENT, DocumentRights.PUBLIC, "rights"))
                .when(reads("timeout"))
                .thenNothing();
    }

    @Test
    void a_worker_that_comes_late_changes_nothing() {
        given().when(reads("ok")).thenNothing();
        given(received(), takenDown()).when(reads("ok")).thenNothing();
    }

    @Test
    void a_correction_tells_everything_that_is_said_from_now_on() {
        var correction = new CorrectMetadata(
                said(Optional.empty(), Optional.of("2002-07-07")), Optional.empty(), Optional.of("typo"));

        given(received())
                .when(correction)
                .then(DocumentMetadataCorrected.of(
                        ID,
                        said(Optional.of("Charter"), Optional.of("2002-07-07")),
                        DocumentRights.RESTRICTED,
                        List.of("date"),
                        Optional.of("typo")));
    }

    @Test
    void what_the_sender_is_silent_about_the_document_says_itself() {
        var silent = new DocumentReceived(
                ID,
                "sha",
                3,
                "text/plain",
                Optional.empty(),
                Optional.empty(),
                DocumentRights.RESTRICTED,
                DocumentMetadata.NONE);
        var correction =
                new CorrectMetadata(said(Optional.empty(), Optional.of("2002")), Optional.empty(), Optional.empty());

        given(silent, extracted(1, "ok"))
                .when(correction)
                .then(DocumentMetadataCorrected.of(
                        ID,
                        said(Optional.of("CHARTER of the Union"), Optional.of("2002")),
                        DocumentRights.RESTRICTED,
                        List.of("date"),
                        Optional.empty()));
    }

    @Test
    void rights_are_corrected_like_other_fields() {
        var open = new CorrectMetadata(DocumentMetadata.NONE, Optional.of(DocumentRights.PUBLIC), Optional.empty());

        given(received()).when(open).then(corrected(SENT, DocumentRights.PUBLIC, "rights"));
        given(received(), corrected(SENT, DocumentRights.PUBLIC, "rights"))
                .when(open)
                .thenNothing();
    }

    @Test
    void saying_the_same_is_no_correction() {
        given(received())
                .when(new CorrectMetadata(SENT, Optional.empty(), Optional.empty()))
                .thenNothing();
    }

    @Test
    void a_takedown_ends_a_document() {
        given(received()).when(new TakeDown("asked for")).then(takenDown());
        given(received(), extracted(1, "ok")).when(new TakeDown("asked for")).then(takenDown());
        given(received(), takenDown()).when(new TakeDown("again")).thenNothing();

        var refused = given(received(), takenDown())
                .when(new ReceiveDocument(received()))
                .thenRejected(ProblemType.CONFLICT);
        assertThat(refused.detail()).contains("asked for");
        given(received(), takenDown()).when(new RetryExtraction()).thenRejected(ProblemType.CONFLICT);
        given(received(), takenDown())
                .when(new CorrectMetadata(READ, Optional.empty(), Optional.empty()))
                .thenRejected(ProblemType.CONFLICT);
    }

    @Test
    void an_unknown_document_takes_nothing_but_its_bytes() {
        given().when(new RetryExtraction()).thenRejected(ProblemType.NOT_FOUND);
        given().when(new TakeDown("why not")).thenRejected(ProblemType.NOT_FOUND);
        given().when(new CorrectMetadata(READ, Optional.empty(), Optional.empty()))
                .thenRejected(ProblemType.NOT_FOUND);
        given(received()).when(new RetryExtraction()).thenNothing();
    }

    private static DeciderSpecification<DocumentCommand, Document, DocumentEvent, Problem> given(
            DocumentEvent... history) {
        return DeciderSpecification.of(
                        DocumentDecider.DECIDER.initial(),
                        DocumentDecider.DECIDER::decide,
                        DocumentDecider.DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(history);
    }

    private static DocumentReceived received() {
        return new DocumentReceived(
                ID, "sha", 3, "text/plain", Optional.empty(), Optional.of("a.txt"), DocumentRights.RESTRICTED, SENT);
    }

    private static RecordExtraction reads(String status) {
        return new RecordExtraction(
                new Extracted(status, READ, Optional.empty(), text(status), Optional.empty(), TOOL));
    }

    private static Optional<Text> text(String status) {
        return status.equals("timeout") ? Optional.empty() : Optional.of(new Text(100, 4, "hash"));
    }

    private static DocumentExtracted extracted(int extraction, String status) {
        var text = text(status);
        return new DocumentExtracted(
                ID,
                extraction,
                status,
                READ.title(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text.map(Text::characters).orElse(0),
                text.map(Text::passages).orElse(0),
                text.map(Text::sha256),
                Optional.empty(),
                TOOL);
    }

    private static DocumentMetadataCorrected corrected(
            DocumentMetadata metadata, DocumentRights rights, String... fields) {
        return DocumentMetadataCorrected.of(ID, metadata, rights, List.of(fields), Optional.empty());
    }

    private static DocumentTakenDown takenDown() {
        return new DocumentTakenDown(ID, "asked for");
    }

    private static DocumentMetadata said(Optional<String> title, Optional<String> date) {
        return new DocumentMetadata(
                title, Optional.empty(), date, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

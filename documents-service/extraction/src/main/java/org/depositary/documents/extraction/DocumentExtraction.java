package org.depositary.documents.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.depositary.documents.extraction.formula.FormulaReader;
import org.depositary.documents.extraction.html.HtmlExtractor;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.office.FileKindDetection;
import org.depositary.documents.extraction.office.OfficeExtractor;
import org.depositary.documents.extraction.passage.LanguageDetection;
import org.depositary.documents.extraction.passage.PassageBuilder;
import org.depositary.documents.extraction.pdf.PdfExtractor;
import org.depositary.documents.extraction.repair.TextRepair;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.ExtractionFailure;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionProgress;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.ExtractionTool;
import org.depositary.documents.extraction.structure.Extractor;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;
import org.depositary.documents.extraction.text.PlainTextExtractor;

/**
 * Extracts documents: detects the kind of file, calls its extractor, and gives the passages anchors, offsets and
 * languages. Has no state except the language models, which are loaded at the first use.
 */
public final class DocumentExtraction {
    private static final List<Extractor> EXTRACTORS =
            List.of(new PlainTextExtractor(), new HtmlExtractor(), new PdfExtractor(), new OfficeExtractor());

    private final ExtractionLimits limits;

    /** The extractor of the present document, also for a thread that reads what it has so far. */
    private volatile Optional<Extractor> extractor = Optional.empty();

    public DocumentExtraction(ExtractionLimits limits) {
        this.limits = limits;
    }

    /**
     * Extracts the text of a document. For an unreadable file it returns {@link ExtractionOutcome.Unread} and throws no
     * exception.
     */
    public ExtractionOutcome read(Path file, DeclaredMediaType declared) {
        return read(file, declared, new ExtractionProgress());
    }

    /** @param progress receives the text that the extraction has so far */
    public ExtractionOutcome read(Path file, DeclaredMediaType declared, ExtractionProgress progress) {
        ExtractionDeadline deadline = ExtractionDeadline.in(limits.time());
        try {
            FileKind kind = FileKindDetection.of(file, declared);
            Extractor chosen = extractor(kind, declared);
            extractor = Optional.of(chosen);
            return outcome(
                    chosen.read(new ExtractionInput(file, kind, declared, limits, deadline, progress)), deadline);
        } catch (UnreadableDocumentException unreadable) {
            return new ExtractionOutcome.Unread(unreadable.status(), unreadable.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            ExtractionFailure explained = ExtractionFailure.of(failure);
            return new ExtractionOutcome.Unread(explained.status(), explained.reason());
        }
    }

    /**
     * Returns the outcome of an extraction that hung.
     *
     * @param progress the text that it had before
     * @param reason the explanation, as a sentence
     */
    public ExtractionOutcome readSoFar(ExtractionProgress progress, String reason) {
        ExtractionOutcome withoutText = new ExtractionOutcome.Unread(ExtractionStatus.TIMEOUT, reason);
        try {
            return progress.textSoFar()
                    .map(text -> outcome(text.endingEarly(reason), ExtractionDeadline.in(ExtractionDeadline.TO_FINISH)))
                    .orElse(withoutText);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError unfinished) {
            // A worker that ended here would extract the document again, with the same end.
            return withoutText;
        }
    }

    private static Extractor extractor(FileKind kind, DeclaredMediaType declared) {
        return EXTRACTORS.stream()
                .filter(it -> it.reads(kind))
                .findFirst()
                .orElseThrow(() ->
                        new UnreadableDocumentException(ExtractionStatus.UNSUPPORTED, unsupported(kind, declared)));
    }

    private ExtractionOutcome outcome(ExtractedStructure structure, ExtractionDeadline deadline) {
        if (structure.blocks().isEmpty()) {
            throw new UnreadableDocumentException(ExtractionStatus.NO_TEXT, "The document contains no text.");
        }
        // A text that ends early because of the time limit still gets its passages, within a few seconds more.
        ExtractionDeadline rest = structure.problem().isPresent() ? deadline.toFinish() : deadline;
        LanguageDetection languages = LanguageDetection.of(structure, rest);
        ExtractedMetadata description = FormulaReader.complete(structure);
        return new ExtractionOutcome.Read(
                structure.text(),
                TextRepair.of(structure, PassageBuilder.of(structure, languages, rest), rest),
                languages.inText().map(description::withDetected).orElse(description),
                languages.document(),
                structure.pages(),
                structure.problem(),
                ExtractionTool.name(extractor.flatMap(Extractor::library)));
    }

    private static String unsupported(FileKind kind, DeclaredMediaType declared) {
        return kind == FileKind.OTHER
                ? "The file is stored, but its text cannot be extracted: its type is %s."
                        .formatted(declared.mediaType())
                : "The file is stored, but its text cannot be extracted: it is %s.".formatted(kind.description());
    }
}

package org.depositary.documents.extraction;

import java.util.List;
import java.util.Optional;
import org.depositary.documents.extraction.html.HtmlExtractor;
import org.depositary.documents.extraction.passage.LanguageDetection;
import org.depositary.documents.extraction.passage.PassageBuilder;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.Extractor;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;
import org.depositary.documents.extraction.text.ControlCharacterFilter;
import org.depositary.documents.extraction.text.PlainTextExtractor;

/**
 * Extracts documents: detects the kind of file, calls its extractor, and gives the passages anchors, offsets and
 * languages. Has no state except the language models, which are loaded at the first use.
 */
public final class DocumentExtraction {
    private static final List<Extractor> EXTRACTORS = List.of(new PlainTextExtractor(), new HtmlExtractor());

    private final ExtractionLimits limits;

    public DocumentExtraction(ExtractionLimits limits) {
        this.limits = limits;
    }

    /** Whether a file of this size can have a text within the limits. No character takes more than four bytes. */
    public boolean mayRead(long bytes) {
        return bytes <= 4L * limits.characters() + 4;
    }

    /**
     * Returns the outcome for a file that is too large.
     *
     * @param start the first bytes of the file, which show its kind
     */
    public ExtractionOutcome refuse(byte[] start, DeclaredMediaType declared) {
        FileKind kind = FileKind.of(start, declared);
        return extractor(kind).isPresent()
                ? new ExtractionOutcome.Unread(
                        ExtractionStatus.TOO_LARGE, ControlCharacterFilter.tooLong(limits.characters()))
                : new ExtractionOutcome.Unread(ExtractionStatus.UNSUPPORTED, unsupported(kind, declared));
    }

    /**
     * Extracts the text of a document. For unreadable bytes it returns {@link ExtractionOutcome.Unread} and throws no
     * exception.
     */
    public ExtractionOutcome read(byte[] bytes, DeclaredMediaType declared) {
        ExtractionDeadline deadline = ExtractionDeadline.in(limits.time());
        FileKind kind = FileKind.of(bytes, declared);
        Optional<Extractor> extractor = extractor(kind);
        if (extractor.isEmpty()) {
            return new ExtractionOutcome.Unread(ExtractionStatus.UNSUPPORTED, unsupported(kind, declared));
        }
        try {
            return outcome(extractor.get().read(new ExtractionInput(bytes, declared, limits, deadline)), deadline);
        } catch (UnreadableDocumentException unreadable) {
            return new ExtractionOutcome.Unread(unreadable.status(), unreadable.getMessage());
        }
    }

    private static Optional<Extractor> extractor(FileKind kind) {
        return EXTRACTORS.stream().filter(it -> it.reads() == kind).findFirst();
    }

    private static ExtractionOutcome outcome(ExtractedStructure structure, ExtractionDeadline deadline) {
        if (structure.blocks().isEmpty()) {
            throw new UnreadableDocumentException(ExtractionStatus.NO_TEXT, "The document contains no text.");
        }
        LanguageDetection languages = LanguageDetection.of(structure, deadline);
        return new ExtractionOutcome.Read(
                structure.text(),
                PassageBuilder.of(structure, languages, deadline),
                structure.description(),
                languages.document(),
                structure.pages(),
                structure.problem());
    }

    private static String unsupported(FileKind kind, DeclaredMediaType declared) {
        return kind == FileKind.OTHER
                ? "The file is stored, but its text cannot be extracted: its type is %s."
                        .formatted(declared.mediaType())
                : "The file is stored, but its text cannot be extracted: it is %s.".formatted(kind.description());
    }
}

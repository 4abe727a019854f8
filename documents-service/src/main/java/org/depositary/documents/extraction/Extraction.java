package org.depositary.documents.extraction;

import java.util.List;
import java.util.Optional;

/**
 * Reads documents: finds the kind of file, has its extractor read it, and gives the passages their anchors, offsets
 * and languages. Stateless but for the language models, which load at first use.
 */
public final class Extraction {
    private static final List<Extractor> EXTRACTORS = List.of(new PlainTextExtractor(), new HtmlExtractor());

    private final Limits limits;

    public Extraction(Limits limits) {
        this.limits = limits;
    }

    /** Whether a file of that many bytes can have a text within the limits: no character takes more than four. */
    public boolean mayRead(long bytes) {
        return bytes <= 4L * limits.characters() + 4;
    }

    /** The outcome for a file that is too large to be read, by its first bytes. */
    public Outcome refuse(byte[] start, DeclaredType declared) {
        FileKind kind = FileKind.of(start, declared);
        return extractor(kind).isPresent()
                ? new Outcome.Unread(Status.TOO_LARGE, CleanText.tooLong(limits.characters()))
                : new Outcome.Unread(Status.UNSUPPORTED, unsupported(kind, declared));
    }

    /** Never throws for what stands in the bytes; that is what {@link Outcome.Unread} is for. */
    public Outcome read(byte[] bytes, DeclaredType declared) {
        Deadline deadline = Deadline.in(limits.time());
        FileKind kind = FileKind.of(bytes, declared);
        Optional<Extractor> extractor = extractor(kind);
        if (extractor.isEmpty()) {
            return new Outcome.Unread(Status.UNSUPPORTED, unsupported(kind, declared));
        }
        try {
            return outcome(extractor.get().read(new Source(bytes, declared, limits, deadline)), deadline);
        } catch (Unreadable unreadable) {
            return unreadable.outcome();
        }
    }

    private static Optional<Extractor> extractor(FileKind kind) {
        return EXTRACTORS.stream().filter(it -> it.reads() == kind).findFirst();
    }

    private static Outcome outcome(Structure structure, Deadline deadline) {
        if (structure.blocks().isEmpty()) {
            throw new Unreadable(Status.NO_TEXT, "There is no text in the document.");
        }
        Languages languages = Languages.of(structure, deadline);
        return new Outcome.Read(
                structure.text(),
                Passages.of(structure, languages, deadline),
                structure.description(),
                languages.document(),
                structure.pages(),
                structure.problem());
    }

    private static String unsupported(FileKind kind, DeclaredType declared) {
        return kind == FileKind.OTHER
                ? "Files of type %s are kept, but their text is not read.".formatted(declared.mediaType())
                : "This is %s: it is kept, but its text is not read.".formatted(kind.description());
    }
}

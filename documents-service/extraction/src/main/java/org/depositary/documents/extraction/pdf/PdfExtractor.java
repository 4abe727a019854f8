package org.depositary.documents.extraction.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.util.Version;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionFailure;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.Extractor;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;

/** Extracts PDF files: reads the printed lines of each page and joins them to blocks. */
public final class PdfExtractor implements Extractor {

    private static final int MOST_PAGES = 20_000;
    private static final long MEMORY = 16L * 1024 * 1024;

    @Override
    public boolean reads(FileKind kind) {
        return kind == FileKind.PDF;
    }

    @Override
    public Optional<String> library() {
        return Optional.of("pdfbox " + Version.getVersion());
    }

    @Override
    public ExtractedStructure read(ExtractionInput source) {
        var cache = MemoryUsageSetting.setupMixed(MEMORY).streamCache;
        try (PDDocument document = Loader.loadPDF(source.file().toFile(), cache)) {
            return read(document, source);
        } catch (InvalidPasswordException locked) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.ENCRYPTED, "The file is encrypted and needs a password.");
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            throw ExtractionFailure.of(failure).exception();
        }
    }

    private static ExtractedStructure read(PDDocument document, ExtractionInput source) {
        refuseForm(document);
        var text = new PdfText(document.getDocumentInformation(), PdfPageLabels.declared(document, MOST_PAGES));
        source.progress().register(text::structure);
        var reader = new PdfLineReader(source);
        Optional<ExtractionFailure> failure = Optional.empty();
        int number = 0;
        try {
            for (PDPage page : document.getPages()) {
                number++;
                if (number > MOST_PAGES) {
                    throw new UnreadableDocumentException(
                            ExtractionStatus.TOO_LARGE, "The file has more than %,d pages.".formatted(MOST_PAGES));
                }
                read(page, number, reader, text);
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError stopped) {
            failure = Optional.of(ExtractionFailure.of(stopped));
            text.add(number, reader.linesSoFar(), PdfPictures.NONE);
        }
        return text.structure(failure);
    }

    /** A damaged page costs only its own text. */
    private static void read(PDPage page, int number, PdfLineReader reader, PdfText text) {
        try {
            List<PdfLine> lines = reader.read(page, number);
            text.add(number, lines, reader.pictures());
        } catch (IOException damaged) {
            text.add(number, reader.linesSoFar(), PdfPictures.NONE);
            text.addDamaged(number);
        }
    }

    /** A dynamic XFA form has a page that asks for another program. Its own text exists only in that program. */
    private static void refuseForm(PDDocument document) {
        var form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.xfaIsDynamic()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.NO_TEXT,
                    "The file is an XFA form. Its text appears only in a program that fills in such forms. Print it to"
                            + " a PDF file and send that one.");
        }
    }
}

package org.depositary.documents.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.depositary.documents.DocumentLimits;
import org.depositary.documents.archive.DocumentArchive;
import org.depositary.documents.extraction.DocumentExtraction;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionLimits;

/** Loads the bytes of a document and extracts its text. */
@ApplicationScoped
public class DocumentTextReader {

    private final DocumentArchive archive;
    private final DocumentExtraction extraction;

    DocumentTextReader(DocumentArchive archive, DocumentLimits settings) {
        this.archive = archive;
        this.extraction =
                new DocumentExtraction(new ExtractionLimits(settings.characters(), settings.tags(), settings.time()));
    }

    @ActivateRequestContext
    public ExtractionOutcome read(String id) {
        var document = archive.find(id).orElseThrow();
        var declared = DeclaredMediaType.of(document.contentType());
        return extraction.mayRead(document.bytes())
                ? extraction.read(archive.readAll(document), declared)
                : extraction.refuse(archive.readStart(document), declared);
    }
}

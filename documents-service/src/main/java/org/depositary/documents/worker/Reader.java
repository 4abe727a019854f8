package org.depositary.documents.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.depositary.documents.DocumentSettings;
import org.depositary.documents.archive.Archive;
import org.depositary.documents.extraction.DeclaredType;
import org.depositary.documents.extraction.Extraction;
import org.depositary.documents.extraction.Limits;
import org.depositary.documents.extraction.Outcome;

/** Reads the text of a document out of its bytes. */
@ApplicationScoped
public class Reader {

    private final Archive archive;
    private final Extraction extraction;

    Reader(Archive archive, DocumentSettings settings) {
        this.archive = archive;
        this.extraction = new Extraction(new Limits(settings.characters(), settings.tags(), settings.time()));
    }

    /** What reading the document gives. */
    @ActivateRequestContext
    public Outcome read(String id) {
        var document = archive.find(id).orElseThrow();
        var declared = DeclaredType.of(document.contentType());
        return extraction.mayRead(document.bytes())
                ? extraction.read(archive.bytes(document), declared)
                : extraction.refuse(archive.start(document), declared);
    }
}

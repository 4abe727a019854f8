package org.depositary.gateway.cite;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import org.depositary.gateway.web.RecordWriter;
import org.depositary.gateway.web.representation.Representation;

/** Writes records as citations. */
@ApplicationScoped
class CitationWriter implements RecordWriter {

    private final RecordDescriber records;

    CitationWriter(RecordDescriber records) {
        this.records = records;
    }

    @Override
    public Set<Representation> representations() {
        return Set.of(Representation.BIBTEX, Representation.CSL, Representation.TEXT);
    }

    @Override
    public String write(ReadRecord read, Representation representation) throws SQLException {
        var citation = records.describe(read).citation();
        return switch (representation) {
            case BIBTEX -> citation.bibtex();
            case CSL -> citation.csl();
            default -> citation.text();
        };
    }
}

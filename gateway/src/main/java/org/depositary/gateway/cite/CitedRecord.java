package org.depositary.gateway.cite;

import java.util.List;
import java.util.Optional;

/**
 * The content of a citation of a record.
 *
 * @param key the citation key: ASCII, and always the same for the same record
 * @param type the type of CSL: {@link #ENTRY}, {@code treaty} or {@code document}
 * @param author empty if the author is unknown
 * @param issued the date of the text, or the day on which the register last changed the record (EDTF)
 * @param container the name of the register
 * @param version the version of the record's stream; empty if it has none
 * @param notes what a reader must know: a retraction, a dispute
 */
public record CitedRecord(
        String key,
        String type,
        String title,
        Optional<String> author,
        Optional<String> issued,
        String container,
        Optional<String> publisher,
        Optional<String> place,
        Optional<String> pages,
        Optional<String> language,
        Optional<String> version,
        List<String> notes,
        PinnedAddress address) {

    /** The type of what the register itself states. */
    static final String ENTRY = "entry";

    /** One entry in BibTeX. */
    public String bibtex() {
        return BibtexEntry.of(this);
    }

    /** A list of one item in CSL-JSON. */
    public String csl() {
        return CslItem.of(this);
    }

    /** One line of plain text. */
    public String text() {
        return CitationText.of(this);
    }

    /** The effective day of the citation (ISO 8601). */
    String accessed() {
        return address.knownAt().toString().substring(0, "2026-11-29".length());
    }
}

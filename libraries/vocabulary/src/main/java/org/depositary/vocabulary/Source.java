package org.depositary.vocabulary;

/**
 * Where a statement stands: a passage of a document here, an outside reference, or both. As it is in JSON, so an absent
 * part is {@code null}; {@link SourceValidator} tells what a source must have.
 *
 * @param document id of a document, 32 hexadecimal digits
 * @param anchor address of the passage in that document
 * @param quote the words of the passage that say so
 * @param published when the outside reference appeared, EDTF
 * @param locator the place within it: {@code p. 12}
 */
public record Source(
        String document,
        String anchor,
        String quote,
        String title,
        String author,
        String published,
        String uri,
        String locator) {

    /** A passage of a document. */
    public static Source passage(String document, String anchor, String quote) {
        return new Source(document, anchor, quote, null, null, null, null, null);
    }

    /** An outside reference. */
    public static Source reference(String title, String uri) {
        return new Source(null, null, null, title, null, null, uri, null);
    }

    /** Whether it cites a passage of a document. */
    public boolean citesPassage() {
        return document != null;
    }
}

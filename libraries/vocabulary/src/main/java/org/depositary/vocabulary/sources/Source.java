package org.depositary.vocabulary.sources;

/**
 * The source of a statement: a passage of a document in this register, an outside reference, or both. As in JSON, an
 * absent field is {@code null}. {@link SourceValidator} checks it.
 *
 * @param document id of a document, 32 hexadecimal digits
 * @param anchor the anchor of the passage
 * @param quote the words of the passage
 * @param title the title of the outside reference
 * @param author who wrote the outside reference
 * @param published the publication date of the outside reference, EDTF
 * @param uri the address of the outside reference
 * @param locator the place in the outside reference: {@code p. 12}
 * @param covers the time for which the source speaks, an EDTF interval; see {@link SourceCoverage}
 * @param set the data set whose import gave the source; its coverage goes before {@code covers}
 */
public record Source(
        String document,
        String anchor,
        String quote,
        String title,
        String author,
        String published,
        String uri,
        String locator,
        String covers,
        String set) {

    /** Returns a source that cites a passage of a document in this register. */
    public static Source passage(String document, String anchor, String quote) {
        return new Source(document, anchor, quote, null, null, null, null, null, null, null);
    }

    /** Returns a source that cites a reference outside this register. */
    public static Source reference(String title, String uri) {
        return new Source(null, null, null, title, null, null, uri, null, null, null);
    }

    public Source withCovers(String interval) {
        return new Source(document, anchor, quote, title, author, published, uri, locator, interval, set);
    }

    public Source withSet(String name) {
        return new Source(document, anchor, quote, title, author, published, uri, locator, covers, name);
    }

    public Source withoutSet() {
        return withSet(null);
    }

    public boolean citesPassage() {
        return document != null;
    }
}

package org.depositary.gateway.read.documents;

/** Decides whether the reader may see the text of documents. */
public interface TextAccess {

    /** Whether the reader may see the text of every document, whatever its rights. */
    boolean mayReadAll();

    /**
     * Whether the reader may see a text.
     *
     * @param rights {@code public} or {@code restricted}
     */
    default boolean mayRead(String rights) {
        return rights.equals("public") || mayReadAll();
    }

    /**
     * Checks access to the text of one document.
     *
     * @param rights {@code public} or {@code restricted}
     * @throws RuntimeException if the reader may not see a text with these rights
     */
    void require(String rights);
}

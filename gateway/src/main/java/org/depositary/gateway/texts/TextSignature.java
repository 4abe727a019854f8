package org.depositary.gateway.texts;

/**
 * What is compared to find documents with the same or almost the same text.
 *
 * @param textHash SHA-256 of the text without white space and invisible characters, in Unicode form NFKC
 * @param minHash the MinHash signature (Broder 1997) of the sequences of three words; empty if the text has no words
 * @param bands one hash for each band of three elements of {@code minHash}: texts with a common band are compared
 */
record TextSignature(byte[] textHash, int[] minHash, int[] bands) {

    /** The version of this computation. Stored signatures of another version are computed again. */
    static final int METHOD = 1;
}

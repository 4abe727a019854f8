package org.depositary.gateway.texts;

import java.util.Arrays;

/**
 * Computes the MinHash signature of the set of all sequences of three words in a text. The share of equal elements of two
 * signatures is an estimate of the Jaccard similarity of the two sets.
 *
 * <p>255 elements in 85 bands of three find nearly all pairs of texts that have four of five words in common, and less
 * than one in a hundred pairs of unrelated texts. Stored signatures depend on every number in this class.
 */
final class WordSequenceMinHash {

    private static final int WORDS = 3;
    private static final int ROWS = 3;
    private static final int BANDS = 85;
    private static final int ELEMENTS = ROWS * BANDS;
    private static final long SEED = 0x9e3779b97f4a7c15L;

    /** The factor and the summand of each element's hash function. */
    private static final long[] FACTORS = new long[ELEMENTS];

    private static final long[] SUMMANDS = new long[ELEMENTS];

    static {
        for (int i = 0; i < ELEMENTS; i++) {
            FACTORS[i] = mix((2L * i + 1) * SEED) | 1;
            SUMMANDS[i] = mix((2L * i + 2) * SEED);
        }
    }

    private final int[] least = new int[ELEMENTS];
    private final long[] last = new long[WORDS];
    private int words;

    WordSequenceMinHash() {
        Arrays.fill(least, Integer.MAX_VALUE);
    }

    /** Adds the next word of the text, by its hash. */
    void add(long word) {
        System.arraycopy(last, 1, last, 0, WORDS - 1);
        last[WORDS - 1] = mix(word);
        words++;
        if (words >= WORDS) {
            addSequence();
        }
    }

    /** Returns the signature. A text with fewer than three words is one sequence. Empty if it has none. */
    int[] minHash() {
        if (words > 0 && words < WORDS) {
            addSequence();
        }
        return words == 0 ? new int[0] : least;
    }

    /** Returns one hash for each band. */
    static int[] bands(int[] minHash) {
        int[] bands = new int[minHash.length / ROWS];
        for (int band = 0; band < bands.length; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash + SEED + minHash[band * ROWS + row]);
            }
            bands[band] = (int) (hash >>> Integer.SIZE);
        }
        return bands;
    }

    private void addSequence() {
        long sequence = 0;
        for (long word : last) {
            sequence = mix(sequence + SEED + word);
        }
        for (int i = 0; i < ELEMENTS; i++) {
            least[i] = Math.min(least[i], (int) ((sequence * FACTORS[i] + SUMMANDS[i]) >>> Integer.SIZE));
        }
    }

    /** Mixes the bits of a number (the finalizer of SplitMix64). */
    private static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}

package org.depositary.documents.extraction.metadata;

import java.util.Locale;
import java.util.regex.Pattern;

/** Compares values of metadata fields that were read at different places. */
final class MetadataValues {
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** The number of letters that a case ending of a place can have: Астана, в Астане. */
    private static final int ENDING = 2;

    private MetadataValues() {}

    /** Whether two values can both be right: 2005-07 and 2005-07-05, or Астана and Астане. */
    static boolean agree(MetadataField field, String one, String other) {
        return field == MetadataField.DATE
                ? one.startsWith(other) || other.startsWith(one)
                : namesAgree(letters(one), letters(other));
    }

    static boolean isMorePrecise(MetadataField field, String date, String than) {
        return field == MetadataField.DATE && date.length() > than.length() && date.startsWith(than);
    }

    private static boolean namesAgree(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        boolean declined = Math.abs(one.length() - other.length()) <= ENDING
                && shorter > ENDING + 1
                && one.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                && one.regionMatches(0, other, 0, shorter - ENDING);
        return declined || one.contains(other) || other.contains(one);
    }

    private static String letters(String name) {
        return OTHER_THAN_LETTERS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}

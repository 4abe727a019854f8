package org.depositary.imports.file;

/** Removes control characters and lone surrogates from text of a file, so that it can be stored and shown. */
public final class PrintableTextFilter {

    private PrintableTextFilter() {}

    /** @param maxLength the maximum length in code points; the rest is cut off */
    public static String of(String text, int maxLength) {
        return text.codePoints()
                .filter(character -> character >= ' ' && Character.getType(character) != Character.SURROGATE)
                .limit(maxLength)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

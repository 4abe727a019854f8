package org.depositary.membership.imports.file;

/** Texts that repeat what stood in a file, which may be anything; these can be stored and shown. */
public final class PrintableText {

    private PrintableText() {}

    /** @param most characters */
    public static String of(String text, int most) {
        return text.codePoints()
                .filter(character -> character >= ' ' && Character.getType(character) != Character.SURROGATE)
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

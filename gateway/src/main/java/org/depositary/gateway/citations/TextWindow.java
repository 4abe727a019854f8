package org.depositary.gateway.citations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.depositary.vocabulary.quotes.QuotablePassages;
import org.depositary.vocabulary.quotes.QuotablePassages.Occurrence;
import org.depositary.vocabulary.quotes.QuotablePassages.Passage;

/** Passages of a text in their order: all of them, or some around a citation. */
final class TextWindow {

    /** @param start offset in the whole text, in code points */
    record PlacedPassage(String anchor, int start, Passage content) {}

    /** The number of letters and digits before and after a quote by which its place is known again. */
    private static final int CONTEXT = 16;

    private static final int CONTEXT_READ = 200;

    private final List<PlacedPassage> passages;
    private final QuotablePassages quotable;

    TextWindow(List<PlacedPassage> passages) {
        this.passages = passages;
        this.quotable = new QuotablePassages(
                passages.stream().map(PlacedPassage::content).toList());
    }

    boolean has(String anchor) {
        return passages.stream().anyMatch(passage -> passage.anchor().equals(anchor));
    }

    /** The places of a quote that begin in one passage. */
    List<QuotePlace> places(String quote, String anchor) {
        return IntStream.range(0, passages.size())
                .filter(i -> passages.get(i).anchor().equals(anchor))
                .boxed()
                .flatMap(i -> quotable.occurrences(quote, i).stream())
                .map(this::place)
                .toList();
    }

    List<QuotePlace> places(String quote) {
        return quotable.find(quote).stream().map(this::place).toList();
    }

    private QuotePlace place(Occurrence found) {
        var first = passages.get(found.first());
        var text = first.content().text();
        return new QuotePlace(
                first.anchor(),
                first.start() + text.codePointCount(0, found.start()),
                hash(lettersBefore(found)),
                hash(lettersAfter(found)));
    }

    private String lettersBefore(Occurrence found) {
        var before = letters(text(found.first() - 1) + tail(text(found.first()).substring(0, found.start())));
        return before.substring(Math.max(0, before.length() - CONTEXT));
    }

    private String lettersAfter(Occurrence found) {
        var rest = text(found.last()).substring(found.end());
        var after = letters(rest.substring(0, Math.min(rest.length(), CONTEXT_READ)) + text(found.last() + 1));
        return after.substring(0, Math.min(after.length(), CONTEXT));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - CONTEXT_READ));
    }

    private String text(int index) {
        return index >= 0 && index < passages.size()
                ? passages.get(index).content().text()
                : "";
    }

    /** Spaces and punctuation differ between extractions of one file. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

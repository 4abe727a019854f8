package org.depositary.gateway.citations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.depositary.vocabulary.quotes.QuotablePassages;
import org.depositary.vocabulary.quotes.QuotablePassages.Occurrence;
import org.depositary.vocabulary.quotes.QuotablePassages.Passage;

/**
 * Passages of a text in their order: all of them, or some around a citation. A quote is sought in the text as extracted.
 * Where a passage does not have it there, it is sought in the repaired text.
 */
final class TextWindow {

    /**
     * A passage.
     *
     * @param start offset in the whole text, in code points
     * @param repaired the text with its repairs; the same as {@code text} if there are none
     */
    record PlacedPassage(String anchor, int start, String kind, String text, String repaired) {}

    /** The passages with one of their two texts. */
    private record Layer(List<String> texts, QuotablePassages quotable) {

        static Layer of(List<PlacedPassage> passages, Function<PlacedPassage, String> text) {
            return new Layer(
                    passages.stream().map(text).toList(),
                    new QuotablePassages(passages.stream()
                            .map(passage -> new Passage(passage.kind(), text.apply(passage)))
                            .toList()));
        }

        String text(int index) {
            return index >= 0 && index < texts.size() ? texts.get(index) : "";
        }
    }

    /** The number of letters and digits before and after a quote by which its place is known again. */
    private static final int CONTEXT = 16;

    /** Passages can have 64,000 characters, and a short quote many places. */
    private static final int CONTEXT_READ = 200;

    private final List<PlacedPassage> passages;
    private final List<Layer> layers;

    TextWindow(List<PlacedPassage> passages) {
        this.passages = passages;
        var extracted = Layer.of(passages, PlacedPassage::text);
        var repaired = Layer.of(passages, PlacedPassage::repaired);
        this.layers = extracted.texts().equals(repaired.texts()) ? List.of(extracted) : List.of(extracted, repaired);
    }

    boolean has(String anchor) {
        return passages.stream().anyMatch(passage -> passage.anchor().equals(anchor));
    }

    /** The places of a quote that begin in one passage. */
    List<QuotePlace> places(String quote, String anchor) {
        return inLayers(quotable -> IntStream.range(0, passages.size())
                .filter(i -> passages.get(i).anchor().equals(anchor))
                .boxed()
                .flatMap(i -> quotable.occurrences(quote, i).stream())
                .toList());
    }

    List<QuotePlace> places(String quote) {
        return inLayers(quotable -> quotable.find(quote));
    }

    /** Returns the places in both layers. In each passage, only those of the first layer that has any. */
    private List<QuotePlace> inLayers(Function<QuotablePassages, List<Occurrence>> search) {
        var places = new ArrayList<QuotePlace>();
        var passagesWithQuote = new HashSet<Integer>();
        for (var layer : layers) {
            var found = search.apply(layer.quotable()).stream()
                    .filter(occurrence -> !passagesWithQuote.contains(occurrence.first()))
                    .toList();
            found.forEach(occurrence -> places.add(place(layer, occurrence)));
            found.forEach(occurrence -> passagesWithQuote.add(occurrence.first()));
        }
        return places;
    }

    private QuotePlace place(Layer layer, Occurrence found) {
        var first = passages.get(found.first());
        return new QuotePlace(
                first.anchor(),
                first.start() + layer.text(found.first()).codePointCount(0, found.start()),
                hash(lettersBefore(layer, found)),
                hash(lettersAfter(layer, found)));
    }

    private static String lettersBefore(Layer layer, Occurrence found) {
        var before = letters(tail(layer.text(found.first() - 1))
                + tail(layer.text(found.first()).substring(0, found.start())));
        return before.substring(Math.max(0, before.length() - CONTEXT));
    }

    private static String lettersAfter(Layer layer, Occurrence found) {
        var after = letters(head(layer.text(found.last()).substring(found.end())) + head(layer.text(found.last() + 1)));
        return after.substring(0, Math.min(after.length(), CONTEXT));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - CONTEXT_READ));
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), CONTEXT_READ));
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

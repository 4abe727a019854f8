package org.depositary.documents.texts;

import java.util.ArrayList;
import java.util.List;
import org.depositary.documents.archive.DocumentTextStore.StoredText;
import org.depositary.documents.extraction.passage.Passage;

/** Splits a text into chunks that fit into a Kafka record. A passage is never split. */
final class TextChunkSplitter {

    /** The maximum size of a chunk in bytes of JSON, passages included. */
    static final int LARGEST = 512 * 1024;

    /** The estimated size, in bytes, of the JSON fields of a chunk, without its text and its passages. */
    private static final int FRAME = 256;

    private static final int LOCATION = 128;

    private static final int PRINTED = 192;

    private static final int REPAIR = 128;

    /**
     * A possible end of a chunk.
     *
     * @param offset the position in the text, in UTF-16 units
     * @param passages the number of passages before it
     */
    private record Cut(int offset, int passages) {}

    private final String document;
    private final StoredText text;

    private TextChunkSplitter(String document, StoredText text) {
        this.document = document;
        this.text = text;
    }

    static List<TextChunk> of(String document, StoredText text) {
        return new TextChunkSplitter(document, text).chunks();
    }

    private List<TextChunk> chunks() {
        var cuts = cuts();
        var chunks = new ArrayList<TextChunk>();
        int start = 0;
        for (int i = 1; i < cuts.size(); i++) {
            var from = cuts.get(i - 1);
            var until = cuts.get(i);
            var slice = text.text().substring(from.offset(), until.offset());
            var passages = text.passages().subList(from.passages(), until.passages());
            chunks.add(new TextChunk(
                    document,
                    text.extraction(),
                    i - 1,
                    cuts.size() - 1,
                    start,
                    slice,
                    text.rights(),
                    locations(slice, start, passages)));
            start += slice.codePointCount(0, slice.length());
        }
        return chunks;
    }

    private static List<TextChunk.Location> locations(String slice, int start, List<Passage> passages) {
        var locations = new ArrayList<TextChunk.Location>();
        int at = 0;
        int codePoint = start;
        for (var passage : passages) {
            int from = slice.offsetByCodePoints(at, passage.start() - codePoint);
            at = slice.offsetByCodePoints(from, passage.end() - passage.start());
            codePoint = passage.end();
            locations.add(TextChunk.Location.of(passage, slice.substring(from, at)));
        }
        return locations;
    }

    /** Chooses cuts as far apart as the size allows. The first is the start of the text, the last its end. */
    private List<Cut> cuts() {
        var cuts = new ArrayList<Cut>();
        cuts.add(new Cut(0, 0));
        int size = FRAME;
        var last = new Cut(0, 0);
        for (var place : possibleCuts()) {
            int more = size(last, place);
            if (size + more > LARGEST && last.offset() > cuts.getLast().offset()) {
                cuts.add(last);
                size = FRAME;
            }
            size += more;
            last = place;
        }
        cuts.add(last);
        return cuts;
    }

    /** Lists the possible cuts: between passages, and inside long text between passages. */
    private List<Cut> possibleCuts() {
        var places = new ArrayList<Cut>();
        int at = 0;
        int codePoint = 0;
        for (int i = 0; i < text.passages().size(); i++) {
            Passage passage = text.passages().get(i);
            int start = text.text().offsetByCodePoints(at, passage.start() - codePoint);
            addCutsBetween(places, at, start, i);
            at = text.text().offsetByCodePoints(start, passage.end() - passage.start());
            codePoint = passage.end();
            places.add(new Cut(at, i + 1));
        }
        addCutsBetween(places, at, text.text().length(), text.passages().size());
        return places;
    }

    private void addCutsBetween(List<Cut> places, int from, int until, int passages) {
        int step = LARGEST / 8;
        for (int at = from + step; at < until; at += step) {
            // A cut must not separate the two halves of a surrogate pair.
            places.add(new Cut(Character.isLowSurrogate(text.text().charAt(at)) ? at - 1 : at, passages));
        }
        if (until > from) {
            places.add(new Cut(until, passages));
        }
    }

    private int size(Cut from, Cut until) {
        int size = 0;
        for (int i = from.offset(); i < until.offset(); i++) {
            size += bytesInJson(text.text().charAt(i));
        }
        // A repaired passage has its text twice, and the edits.
        int repaired = size;
        boolean hasRepairs = false;
        for (var passage : text.passages().subList(from.passages(), until.passages())) {
            size += LOCATION + 3 * passage.anchor().length();
            size += passage.box().isPresent() ? PRINTED : 0;
            size += 3
                    * passage.continuedIn()
                            .map(anchor -> anchor.length() + "continuedIn".length())
                            .orElse(0);
            for (var edit : passage.edits()) {
                size += REPAIR + 6 * edit.replacement().length();
            }
            hasRepairs |= !passage.edits().isEmpty();
        }
        return hasRepairs ? size + repaired : size;
    }

    /**
     * Returns the size of a character in JSON: two bytes for short escapes, six for numeric escapes, otherwise its
     * length in UTF-8.
     */
    private static int bytesInJson(char c) {
        return switch (c) {
            case '"', '\\', '\n', '\t', '\f' -> 2;
            default -> c < 0x20 || Character.isSurrogate(c) ? 6 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        };
    }
}

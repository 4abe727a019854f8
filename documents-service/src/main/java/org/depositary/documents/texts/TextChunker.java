package org.depositary.documents.texts;

import java.util.ArrayList;
import java.util.List;
import org.depositary.documents.archive.DocumentTexts.StoredText;
import org.depositary.documents.extraction.passage.Passage;

/** Cuts a text into chunks, never within a passage, so that each is a message of a size that Kafka likes. */
final class TextChunker {

    /** In bytes of JSON, passages included. */
    static final int LARGEST = 512 * 1024;

    /** What the fields around the text take, and those of a passage besides its anchor. */
    private static final int FRAME = 256;

    private static final int LOCATION = 128;

    /** A place where a chunk may end, in UTF-16 units, and how many passages end before it. */
    private record Cut(int offset, int passages) {}

    private final String document;
    private final StoredText text;

    private TextChunker(String document, StoredText text) {
        this.document = document;
        this.text = text;
    }

    static List<TextChunk> of(String document, StoredText text) {
        return new TextChunker(document, text).chunks();
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
                    passages.stream().map(TextChunk.Location::of).toList()));
            start += slice.codePointCount(0, slice.length());
        }
        return chunks;
    }

    /** From the start of the text to its end, as far apart as the size allows. */
    private List<Cut> cuts() {
        var cuts = new ArrayList<Cut>();
        cuts.add(new Cut(0, 0));
        int size = FRAME;
        var last = new Cut(0, 0);
        for (var place : places()) {
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

    /** Between passages, and within what stands between two passages wherever that is long. */
    private List<Cut> places() {
        var places = new ArrayList<Cut>();
        int at = 0;
        int codePoint = 0;
        for (int i = 0; i < text.passages().size(); i++) {
            Passage passage = text.passages().get(i);
            int start = text.text().offsetByCodePoints(at, passage.start() - codePoint);
            between(places, at, start, i);
            at = text.text().offsetByCodePoints(start, passage.end() - passage.start());
            codePoint = passage.end();
            places.add(new Cut(at, i + 1));
        }
        between(places, at, text.text().length(), text.passages().size());
        return places;
    }

    private void between(List<Cut> places, int from, int until, int passages) {
        int step = LARGEST / 8;
        for (int at = from + step; at < until; at += step) {
            // Not between the two halves of a character.
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
        for (var passage : text.passages().subList(from.passages(), until.passages())) {
            size += LOCATION + 3 * passage.anchor().length();
        }
        return size;
    }

    /** Two for what is escaped with a letter, six for what is escaped with its number, else UTF-8. */
    private static int bytesInJson(char c) {
        return switch (c) {
            case '"', '\\', '\n', '\t', '\f' -> 2;
            default -> c < 0x20 || Character.isSurrogate(c) ? 6 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        };
    }
}

package org.depositary.documents.extraction.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextEdit;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;

/**
 * Finds the edits that repair a text, and where cut sentences continue. The text stays as it is.
 *
 * <p>A repaired word is evidence for the repair of other words. So the search is repeated until it finds no more.
 */
public final class TextRepair {

    private static final int MOST_ROUNDS = 5;

    /** More edits would make the record of a passage in Kafka larger than a broker accepts. */
    private static final int MOST_EDITS_OF_PASSAGE = 1_500;

    private final List<PassageText> passages;
    private final DocumentWords words;
    private final LigatureRepair ligatures;
    private final HyphenRepair hyphens;
    private final MojibakeRepair mojibake;
    private final FootnoteMarkerRepair markers;

    private TextRepair(List<PassageText> passages, Set<Integer> lineEndHyphens, ExtractionDeadline deadline) {
        this.passages = passages;
        words = DocumentWords.of(passages, lineEndHyphens);
        ligatures = new LigatureRepair(words, deadline);
        hyphens = new HyphenRepair(words, lineEndHyphens, deadline);
        mojibake = new MojibakeRepair(words, deadline);
        markers = new FootnoteMarkerRepair(words, deadline);
    }

    /** Returns the passages with their edits and continuations, or as they are if time or memory does not suffice. */
    public static List<Passage> of(ExtractedStructure structure, List<Passage> passages, ExtractionDeadline deadline) {
        Set<Integer> lineEndHyphens = new HashSet<>();
        for (TextBlock block : structure.blocks()) {
            lineEndHyphens.addAll(block.printed().hyphens());
        }
        List<PassageText> texts = PassageText.of(structure.text(), passages);
        try {
            return new TextRepair(texts, lineEndHyphens, deadline).repaired();
        } catch (UnreadableDocumentException | OutOfMemoryError unfinished) {
            return passages;
        }
    }

    private List<Passage> repaired() {
        List<TextChange> changes = changes();
        var continuation = new SentenceContinuation(passages);
        List<Passage> repaired = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < passages.size(); i++) {
            PassageText passage = passages.get(i);
            int from = next;
            while (next < changes.size()
                    && changes.get(next).start()
                            < passage.start() + passage.text().length()) {
                next++;
            }
            repaired.add(
                    passage.passage().repaired(edits(passage, changes.subList(from, next)), continuation.after(i)));
        }
        return List.copyOf(repaired);
    }

    /** Returns the changes in the order of the text, without overlap. */
    private List<TextChange> changes() {
        List<TextChange> changes = find();
        Set<String> known = new HashSet<>();
        for (int round = 1; round < MOST_ROUNDS && learn(changes, known); round++) {
            changes = find();
        }
        return changes;
    }

    private List<TextChange> find() {
        List<TextChange> changes = new ArrayList<>();
        changes.addAll(mojibake.changes(passages));
        changes.addAll(ligatures.changes(passages));
        changes.addAll(hyphens.changes(passages));
        changes.addAll(markers.changes(passages));
        changes.sort(Comparator.comparingInt(TextChange::start));
        List<TextChange> apart = new ArrayList<>();
        for (TextChange change : changes) {
            if (apart.isEmpty() || !apart.getLast().overlaps(change)) {
                apart.add(change);
            }
        }
        return apart;
    }

    /** Adds the repaired words to the words of the document. Returns whether one is new. */
    private boolean learn(List<TextChange> changes, Set<String> known) {
        boolean learned = false;
        int next = 0;
        for (PassageText passage : passages) {
            int from = next;
            while (next < changes.size()
                    && changes.get(next).start()
                            < passage.start() + passage.text().length()) {
                next++;
            }
            if (next > from) {
                String repaired = repaired(passage, changes.subList(from, next));
                learned |= learn(repaired, passage.text(), known);
            }
        }
        return learned;
    }

    private boolean learn(String repaired, String extracted, Set<String> known) {
        Set<String> before = new HashSet<>();
        DocumentWords.WORD.matcher(extracted).results().forEach(it -> before.add(it.group()));
        List<String> fresh = DocumentWords.WORD
                .matcher(repaired)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.indexOf('\n') < 0 && !before.contains(word) && known.add(word))
                .toList();
        boolean learned = false;
        for (String word : fresh) {
            learned |= words.add(word);
            // A repaired word is as good as two uses.
            words.add(word);
        }
        return learned;
    }

    private static String repaired(PassageText passage, List<TextChange> changes) {
        var text = new StringBuilder(passage.text());
        changes.reversed()
                .forEach(
                        it -> text.replace(it.start() - passage.start(), it.end() - passage.start(), it.replacement()));
        return text.toString();
    }

    private static List<TextEdit> edits(PassageText passage, List<TextChange> changes) {
        List<TextEdit> edits = new ArrayList<>();
        int at = 0;
        int codePoint = passage.passage().start();
        for (TextChange change : changes.subList(0, Math.min(changes.size(), MOST_EDITS_OF_PASSAGE))) {
            int start = change.start() - passage.start();
            int end = change.end() - passage.start();
            int from = codePoint + passage.text().codePointCount(at, start);
            int until = from + passage.text().codePointCount(start, end);
            edits.add(new TextEdit(from, until, change.replacement(), change.reason()));
            at = end;
            codePoint = until;
        }
        return edits;
    }
}

package org.depositary.documents.extraction.repair;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextLines;

/** Finds the passage in which a sentence continues after the end of a page or after footnotes. */
final class SentenceContinuation {

    /** A sentence cannot end in a comma, a hyphen or a short word such as an article. */
    private static final Pattern BREAKS_OFF = Pattern.compile("(?:[,–-]|\\s\\p{Ll}{1,3})$");

    private static final Pattern ENDS_IN_WORD = Pattern.compile("[\\p{L}\\p{N})\\]]$");
    private static final Pattern PART = Pattern.compile(".*\\.part-\\d+");

    /** A shorter paragraph without a full stop may be a heading or an item of a list. A capital may begin a table. */
    private static final int SHORTEST_PARAGRAPH = 200;

    private final List<PassageText> passages;

    SentenceContinuation(List<PassageText> passages) {
        this.passages = passages;
    }

    /** Returns the anchor of the passage in which the last sentence of a passage continues. */
    Optional<String> after(int index) {
        PassageText passage = passages.get(index);
        if (index + 1 < passages.size() && isPartOf(passage, passages.get(index + 1))) {
            return ends(passage) ? Optional.empty() : anchor(index + 1);
        }
        if (passage.passage().kind() == PassageKind.FOOTNOTE) {
            return continuedNote(index);
        }
        boolean prose = passage.passage().kind() == PassageKind.PARAGRAPH
                || passage.passage().kind() == PassageKind.LIST_ITEM;
        if (!prose || ends(passage)) {
            return Optional.empty();
        }
        OptionalInt next = nextOfBody(index);
        return next.isPresent() && isCut(index, next.getAsInt()) && continues(passage, passages.get(next.getAsInt()))
                ? anchor(next.getAsInt())
                : Optional.empty();
    }

    private static boolean isPartOf(PassageText passage, PassageText next) {
        return PART.matcher(next.passage().anchor()).matches()
                && next.passage()
                        .anchor()
                        .startsWith(passage.passage().anchor().replaceFirst("\\.part-\\d+$", "") + ".part-");
    }

    /** A footnote without a number, after text, continues the last one of the page before. */
    private Optional<String> continuedNote(int index) {
        if (ends(passages.get(index))) {
            return Optional.empty();
        }
        for (int i = index + 1; i < passages.size(); i++) {
            PassageText next = passages.get(i);
            if (next.passage().kind() == PassageKind.FOOTNOTE) {
                boolean numbered = Character.isDigit(next.text().charAt(0))
                        || "[(*".indexOf(next.text().charAt(0)) >= 0;
                return i > index + 1 && !numbered ? anchor(i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private OptionalInt nextOfBody(int index) {
        for (int i = index + 1; i < passages.size(); i++) {
            if (passages.get(i).isBody()) {
                return passages.get(i).passage().kind() == PassageKind.PARAGRAPH
                        ? OptionalInt.of(i)
                        : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** Whether footnotes, a page number or the end of a page separate the two. */
    private boolean isCut(int index, int next) {
        return next > index + 1
                || !passages.get(index)
                        .passage()
                        .page()
                        .equals(passages.get(next).passage().page());
    }

    private static boolean continues(PassageText passage, PassageText next) {
        int first = next.text().codePointAt(0);
        return Character.isLowerCase(first)
                || BREAKS_OFF.matcher(passage.text()).find()
                || passage.text().length() >= SHORTEST_PARAGRAPH
                        && ENDS_IN_WORD.matcher(passage.text()).find()
                        && Character.isDigit(first);
    }

    private static boolean ends(PassageText passage) {
        return TextLines.endSentence(passage.text());
    }

    private Optional<String> anchor(int index) {
        return Optional.of(passages.get(index).passage().anchor());
    }
}

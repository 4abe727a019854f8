package org.depositary.documents.extraction.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.depositary.documents.extraction.numbering.NoteNumber;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.RepairReason;

/**
 * Removes the numbers of footnotes from the words that they follow without a space: {@code members12}, {@code
 * treaty.3}. The numbers must stand in the order of the footnotes. A word like {@code Su27} stays: the document must
 * use the word without a number too.
 */
final class FootnoteMarkerRepair {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<=[\\p{L}\\p{M}.,;:!?…»”\"’')\\]\\s])\\d{1,3}(?![\\p{L}\\p{N}%°]|[.,:/–-]\\p{N}|\\p{M})");

    private static final Pattern LAST_WORD = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}]{2,40}$");
    private static final Pattern ADDRESS = Pattern.compile("[/@_=]|\\bwww\\.");

    /** A number after one of these is that of a part of a text. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "art", "arts", "bd", "bl", "blz", "cf", "ch", "chap", "col", "doc", "ed", "fig", "figs", "hfdst", "jg",
            "lid", "no", "nos", "nr", "nrs", "nrn", "pag", "par", "para", "paras", "pg", "pp", "pt", "rec", "reg",
            "res", "resp", "sec", "sect", "tab", "v", "vol", "vols", "vgl", "ver", "абз", "гл", "др", "п", "пп", "рис",
            "см", "ст", "стр", "табл", "т", "тт", "ч");

    private static final String PUNCTUATION = ".,;:!?…»”\"’')]";
    private static final String QUOTES = "’'\"";
    private static final int WORD_AROUND = 60;
    private static final int MOST_COMPARISONS = 4_000_000;
    private static final int FEW_NOTES = 2;

    /** A number that may refer to a footnote. */
    record Marker(int start, int end, int number, boolean glued) {}

    private final DocumentWords words;
    private final ExtractionDeadline deadline;

    FootnoteMarkerRepair(DocumentWords words, ExtractionDeadline deadline) {
        this.words = words;
        this.deadline = deadline;
    }

    List<TextChange> changes(List<PassageText> passages) {
        List<Integer> notes = notes(passages);
        if (notes.isEmpty()) {
            return List.of();
        }
        Map<Integer, Long> counts = notes.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        List<Marker> all = markers(passages, counts);
        Map<Integer, Long> glued = all.stream()
                .filter(Marker::glued)
                .collect(Collectors.groupingBy(Marker::number, Collectors.counting()));
        // Of two words with the same number, at most one has a marker. Nothing says which.
        List<Marker> markers = all.stream()
                .filter(it -> glued.getOrDefault(it.number(), 0L) <= counts.get(it.number()))
                .toList();
        if (comparisons(markers, notes) > MOST_COMPARISONS) {
            markers = markers.stream().filter(Marker::glued).toList();
        }
        if (comparisons(markers, notes) > MOST_COMPARISONS) {
            return List.of();
        }
        return FootnoteMarkerOrder.certain(markers, notes, notes.size() > FEW_NOTES).stream()
                .map(it -> new TextChange(it.start(), it.end(), "", RepairReason.FOOTNOTE_MARKER))
                .toList();
    }

    /** Each marker also costs the memory of about ten comparisons. */
    private static long comparisons(List<Marker> markers, List<Integer> notes) {
        return (long) markers.size() * (notes.size() + 10);
    }

    private static List<Integer> notes(List<PassageText> passages) {
        return passages.stream()
                .filter(passage -> passage.passage().kind() == PassageKind.FOOTNOTE)
                .flatMap(passage -> NoteNumber.of(passage.text()).stream().boxed())
                .toList();
    }

    private List<Marker> markers(List<PassageText> passages, Map<Integer, Long> counts) {
        List<Marker> markers = new ArrayList<>();
        Map<String, Integer> repeated = repeated(passages);
        for (PassageText passage : passages) {
            deadline.check();
            boolean prose = passage.isBody() && passage.passage().kind() != PassageKind.TABLE_ROW;
            Matcher number = NUMBER.matcher(passage.text());
            while (prose && number.find()) {
                int value = Integer.parseInt(number.group());
                boolean apart = Character.isWhitespace(passage.text().charAt(number.start() - 1));
                boolean possible = !number.group().startsWith("0")
                        && repeated.getOrDefault(wordWith(passage.text(), number), 1) <= counts.getOrDefault(value, 0L);
                if (possible && (apart || isGlued(passage, number.start()))) {
                    markers.add(new Marker(
                            passage.start() + number.start(), passage.start() + number.end(), value, !apart));
                }
            }
        }
        return markers;
    }

    /** Counts words with a number. A marker occurs once for its footnote, but a name such as {@code EU27} more often. */
    private static Map<String, Integer> repeated(List<PassageText> passages) {
        Map<String, Integer> counts = new HashMap<>();
        for (PassageText passage : passages) {
            Matcher number = NUMBER.matcher(passage.text());
            while (number.find()) {
                if (Character.isLetter(passage.text().charAt(number.start() - 1))) {
                    counts.merge(wordWith(passage.text(), number), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static String wordWith(String text, Matcher number) {
        int from = number.start();
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, number.end());
    }

    /** Whether the number at the offset follows a word of the document, perhaps with punctuation between them. */
    private boolean isGlued(PassageText passage, int at) {
        String before = passage.text().substring(Math.max(0, at - WORD_AROUND), at);
        int end = before.length();
        while (end > 0 && PUNCTUATION.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0 || ADDRESS.matcher(lastRun(before)).find()) {
            return false;
        }
        String between = before.substring(end);
        Matcher word = LAST_WORD.matcher(before.substring(0, end));
        if (!word.find()) {
            // A marker can follow a parenthesis or closed quotation that does not end in a word: (2001)12. A single
            // quote is no evidence, because it can stand for the century: '91.
            return between.length() > 1 && isClosing(between) || between.equals(")");
        }
        return between.isEmpty()
                ? isWord(passage, word.group())
                : !ABBREVIATIONS.contains(word.group().toLowerCase(Locale.ROOT))
                        && (word.group().length() > 2 || isClosing(between))
                        && (isWord(passage, word.group()) || isClosing(between) || between.length() > 1);
    }

    private static boolean isClosing(String punctuation) {
        return punctuation.indexOf('”') >= 0
                || punctuation.indexOf('»') >= 0
                || punctuation.indexOf(')') >= 0
                || QUOTES.indexOf(punctuation.charAt(0)) >= 0;
    }

    private static String lastRun(String text) {
        int from = text.length();
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from);
    }

    /** An abbreviation with a number can be a name, so the document must use it without the number. */
    private boolean isWord(PassageText passage, String word) {
        boolean abbreviation = word.equals(word.toUpperCase(Locale.ROOT));
        return abbreviation
                ? words.exactCount(word) > 0
                : words.has(word) || WordList.hasWord(passage.language(), word);
    }
}

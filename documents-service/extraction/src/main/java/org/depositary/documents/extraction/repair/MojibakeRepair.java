package org.depositary.documents.extraction.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.RepairReason;

/**
 * Repairs text that was decoded in the wrong charset: UTF-8 read as windows-1252 or windows-1251, and one of these two
 * read as the other.
 *
 * <p>A sequence that may be right needs evidence: the repaired word is known, or the document has certain mojibake.
 */
final class MojibakeRepair {

    private static final WrongCharset LATIN = new WrongCharset("windows-1252");
    private static final WrongCharset CYRILLIC = new WrongCharset("windows-1251");

    private static final Pattern RUN = Pattern.compile("\\S++");

    /** Words in Cyrillic letters that were decoded as Latin ones have only accented letters. */
    private static final Pattern ACCENTED = Pattern.compile("(?<![\\p{L}\\p{M}])[À-ÿ¸¨]{4,40}(?![\\p{L}\\p{M}])");

    private static final Pattern SHORT_ACCENTED = Pattern.compile("(?<![\\p{L}\\p{M}])[À-ÿ¸¨]{1,40}(?![\\p{L}\\p{M}])");
    private static final Pattern HALF_ACCENTED = Pattern.compile("[a-zA-Z][À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ][a-zA-Z]");
    private static final Pattern RUSSIAN = Pattern.compile("[А-ЯЁа-яё][а-яё]*|[А-ЯЁ]+");
    private static final Pattern VOWEL = Pattern.compile("[АЕЁИОУЫЭЮЯаеёиоуыэюя]");

    /** A Latin word with single Cyrillic letters in it. */
    private static final Pattern MIXED = Pattern.compile("(?<![\\p{L}\\p{M}])[a-zA-ZА-яЁё]{4,40}(?![\\p{L}\\p{M}])");

    private static final Pattern MIXED_HALVES = Pattern.compile("[a-zA-Z][А-яЁё]|[А-яЁё][a-zA-Z]");

    /** From so many places on, a document is certain to have mojibake. */
    private static final int CERTAIN = 3;

    private record Candidate(PassageText passage, int at, MojibakeWord word) {

        TextChange change() {
            int from = passage.start() + at;
            return new TextChange(from + word.start(), from + word.end(), word.replacement(), RepairReason.MOJIBAKE);
        }
    }

    private final DocumentWords words;
    private final ExtractionDeadline deadline;

    MojibakeRepair(DocumentWords words, ExtractionDeadline deadline) {
        this.words = words;
        this.deadline = deadline;
    }

    List<TextChange> changes(List<PassageText> passages) {
        List<Candidate> candidates = new ArrayList<>();
        List<TextChange> changes = new ArrayList<>();
        for (PassageText passage : passages) {
            deadline.check();
            if (passage.text().codePoints().anyMatch(c -> c >= 0x80)) {
                addSequences(passage, LATIN, candidates);
                addSequences(passage, CYRILLIC, candidates);
                addCyrillicReadAsLatin(passage, changes);
                addLatinReadAsCyrillic(passage, changes);
            }
        }
        boolean certain = candidates.stream().filter(it -> it.word().certain()).count() >= CERTAIN;
        candidates.stream()
                .filter(it -> it.word().certain()
                        || it.word().plausible() && certain
                        || isKnown(it.word().word(), it.passage()))
                .map(Candidate::change)
                .forEach(changes::add);
        return changes;
    }

    private boolean isKnown(String word, PassageText passage) {
        return word.length() > 3 && (words.has(word) || WordList.hasWord(passage.language(), word));
    }

    private static void addSequences(PassageText passage, WrongCharset charset, List<Candidate> candidates) {
        Matcher run = RUN.matcher(passage.text());
        while (run.find()) {
            int at = run.start();
            MojibakeWord.of(run.group(), charset).ifPresent(word -> candidates.add(new Candidate(passage, at, word)));
        }
    }

    private static void addCyrillicReadAsLatin(PassageText passage, List<TextChange> changes) {
        long certain = converted(passage, ACCENTED, LATIN, CYRILLIC).stream()
                .filter(it -> isRussian(it.replacement())
                        && VOWEL.matcher(it.replacement()).find())
                .count();
        if (certain >= CERTAIN && !HALF_ACCENTED.matcher(passage.text()).find()) {
            converted(passage, SHORT_ACCENTED, LATIN, CYRILLIC).stream()
                    .filter(it -> isRussian(it.replacement()))
                    .forEach(changes::add);
        }
    }

    private static boolean isRussian(String word) {
        return RUSSIAN.matcher(word).matches();
    }

    private void addLatinReadAsCyrillic(PassageText passage, List<TextChange> changes) {
        converted(passage, MIXED, CYRILLIC, LATIN).stream()
                .filter(it -> isKnown(it.replacement(), passage))
                .forEach(changes::add);
    }

    /** Returns the words of a passage, converted from one charset to the other. */
    private static List<TextChange> converted(PassageText passage, Pattern word, WrongCharset from, WrongCharset to) {
        return word.matcher(passage.text())
                .results()
                .filter(it -> word != MIXED || MIXED_HALVES.matcher(it.group()).find())
                .map(it -> new TextChange(
                        passage.start() + it.start(),
                        passage.start() + it.end(),
                        convert(it.group(), from, to),
                        RepairReason.MOJIBAKE))
                .toList();
    }

    private static String convert(String text, WrongCharset from, WrongCharset to) {
        var converted = new StringBuilder();
        for (char c : text.toCharArray()) {
            int b = from.byteOf(c);
            converted.append(b < 0 ? c : to.charOf(b));
        }
        return converted.toString();
    }
}

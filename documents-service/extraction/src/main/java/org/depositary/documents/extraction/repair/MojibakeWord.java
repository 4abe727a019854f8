package org.depositary.documents.extraction.repair;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A run of characters without white space, after decoding what is UTF-8 read in a wrong character set. Such characters,
 * for example {@code Ã©} for {@code é}, are a <em>sequence</em>.
 *
 * @param start the offset of the first sequence in the run
 * @param end the offset after the last sequence
 * @param replacement the characters of that part
 * @param word the whole run after the repair, without punctuation around it
 * @param certain whether the run is certainly mojibake, because no correct text contains such sequences
 * @param plausible whether all letters are of one script
 */
record MojibakeWord(int start, int end, String replacement, String word, boolean certain, boolean plausible) {

    /** The scripts that have one or two letters in a sequence of two. Other scripts need longer runs. */
    private static final Set<UnicodeScript> ALPHABETS =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private static final int ENOUGH_SEQUENCES = 3;

    /** A capital with a sign after it, in a word: {@code prÃ©sident}. Quotes and dashes can follow a capital. */
    private static final Pattern INSIDE_WORD = Pattern.compile(
            "[a-z][\u00C2-\u00C5]\\P{ASCII}|[\u00C2-\u00C5][\u00A1-\u00AA\u00AC\u00AE-\u00B6\u00B8-\u00BA\u00BC-\u00BF€ƒ†‡ˆ‰ŠŒŽ™šœžŸ][A-Za-z]");

    /** Matches at the start and after letters only, so that a long run of other characters is read once. */
    private static final Pattern AROUND_LETTERS = Pattern.compile("^\\P{L}+|(?<=\\p{L})\\P{L}++$");

    /** The rest of a closing quote whose last byte is no character of windows-1252. */
    private static final String CUT_QUOTE = "â€";

    /** Decodes a run. Empty if it has no sequence, or if a letter that begins a sequence would be left. */
    static Optional<MojibakeWord> of(String run, WrongCharset charset) {
        var repaired = new StringBuilder();
        int start = -1;
        int end = 0;
        int before = 0;
        int sequences = 0;
        boolean punctuation = false;
        for (int i = 0; i < run.length(); ) {
            Optional<String> character = charset.utf8(run, i);
            if (character.isEmpty()) {
                if (charset.beginsSequence(run.charAt(i)) && !run.startsWith(CUT_QUOTE, i)) {
                    return Optional.empty();
                }
                repaired.append(run.charAt(i));
                i++;
                continue;
            }
            if (start < 0) {
                start = i;
                before = repaired.length();
            }
            punctuation |= isPunctuation(character.get());
            repaired.append(character.get());
            i += WrongCharset.lengthOf(character.get());
            end = i;
            sequences++;
        }
        if (sequences == 0 || !hasOnlyTextCharacters(repaired)) {
            return Optional.empty();
        }
        String whole = repaired.toString();
        boolean plausible = hasOneScript(whole, sequences >= ENOUGH_SEQUENCES);
        boolean certain = sequences >= ENOUGH_SEQUENCES
                || punctuation
                || INSIDE_WORD.matcher(run).find();
        return Optional.of(new MojibakeWord(
                start,
                end,
                whole.substring(before, whole.length() - (run.length() - end)),
                AROUND_LETTERS.matcher(whole).replaceAll(""),
                certain && plausible,
                plausible));
    }

    /** Punctuation has three bytes, and no language writes the first two of them in one word. */
    private static boolean isPunctuation(String character) {
        int c = character.codePointAt(0);
        return c >= 0x2010 && c < 0x2040 || c == 0x2122 || c == 0x20AC;
    }

    private static boolean hasOnlyTextCharacters(CharSequence text) {
        return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.MODIFIER_LETTER -> false;
            default -> true;
        });
    }

    private static boolean hasOneScript(String word, boolean anyScript) {
        var scripts = word.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .distinct()
                .toList();
        return scripts.size() <= 1 && (anyScript || ALPHABETS.containsAll(scripts));
    }
}

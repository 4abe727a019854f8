package org.depositary.vocabulary.parties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a name in alphabetical order, without articles and conjunctions. Names with the same words are the same
 * name: "Korea, Republic of (the)" and "the Republic of Korea". The vocabulary is in {@code name-words.csv}.
 *
 * @param all every word, abbreviations spelled out
 * @param core the words that do not say which kind of state it is; empty if no such words are left
 */
record NameWords(String all, String core) {

    private static final Map<String, Set<String>> WORDS = CsvResourceReader.rows("name-words.csv").stream()
            .collect(Collectors.groupingBy(
                    List::getFirst, Collectors.flatMapping(NameWords::words, Collectors.toUnmodifiableSet())));
    private static final Map<String, String> ABBREVIATIONS = WORDS.get("abbreviation").stream()
            .map(entry -> entry.split("="))
            .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));
    private static final Set<String> GLUE = WORDS.get("glue");
    private static final Set<String> KINDS = WORDS.get("kind");

    /** An elided article such as l' in "l'Albanie". */
    private static final Pattern ELISION = Pattern.compile("(?<!\\p{L})(?:[lLdD]|[dD]ell)['’ʼ](?=\\p{L})");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern HAN_KIND_BEFORE = Pattern.compile("^(?:%s)".formatted(han("han-before")));
    private static final Pattern HAN_KIND_BEHIND =
            Pattern.compile("(?:%s)*(?:%s)$".formatted(han("han-inner"), han("han-behind")));
    private static final String HAN_STATE = "国";

    private static String han(String kind) {
        return String.join("|", WORDS.get(kind));
    }

    private static Stream<String> words(List<String> row) {
        return row.subList(1, row.size()).stream().flatMap(CsvResourceReader::words);
    }

    static NameWords of(String name) {
        return ofNormalized(NameNormalizer.of(withoutElision(name)));
    }

    static String withoutElision(String name) {
        return name.indexOf('\'') < 0 && name.indexOf('’') < 0 && name.indexOf('ʼ') < 0
                ? name
                : ELISION.matcher(name).replaceAll("");
    }

    static NameWords ofNormalized(String name) {
        if (HAN.matcher(name).matches()) {
            return new NameWords(name, withoutKind(name));
        }
        var all = new ArrayList<String>();
        for (var word : ArabicLetters.withJoinedAnd(name).split(" ")) {
            for (var full : ABBREVIATIONS.getOrDefault(word, word).split("_")) {
                var plain = ArabicLetters.plain(full);
                if (!GLUE.contains(plain)) {
                    all.add(plain);
                }
            }
        }
        Collections.sort(all);
        var core = all.stream().filter(word -> !KINDS.contains(word)).collect(Collectors.joining(" "));
        return new NameWords(String.join(" ", all), core);
    }

    /** Removes 共和国 and the like. Removes 国 too, so that 泰王国 and 泰国 have the same core. */
    private static String withoutKind(String name) {
        var core = HAN_KIND_BEHIND
                .matcher(HAN_KIND_BEFORE.matcher(name).replaceFirst(""))
                .replaceFirst("");
        return core.endsWith(HAN_STATE) ? core.substring(0, core.length() - 1) : core;
    }
}

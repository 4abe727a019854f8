package org.depositary.gateway.texts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes texts of invented words. As in a natural language, few words are frequent, and some phrases occur in every text. */
public final class MadeUpTexts {

    private static final List<String> SYLLABLES = List.of(
            "ka", "lo", "mi", "ter", "van", "so", "ri", "gen", "ut", "pel", "dor", "es", "an", "ti", "bru", "sha");

    private static final List<String> PHRASES = List.of(
            "in accordance with the provisions of this agreement",
            "the high contracting parties have agreed as follows",
            "in the field of mutual trust and cooperation",
            "shall enter into force on the date of",
            "the heads of the member states of the organisation");

    private final Random random;
    private final List<String> vocabulary = new ArrayList<>();

    public MadeUpTexts(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            vocabulary.add(word());
        }
    }

    /** A text with at least this number of words. */
    public String text(int words) {
        var text = new ArrayList<String>();
        while (text.size() < words) {
            if (random.nextInt(20) == 0) {
                text.addAll(List.of(PHRASES.get(random.nextInt(PHRASES.size())).split(" ")));
            } else {
                text.add(anyWord());
            }
        }
        return String.join(" ", text);
    }

    /** The text with this percentage of its words replaced by other words, at least one. */
    public String withOtherWords(String text, int percent) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        var places = IntStream.range(0, words.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(places, random);
        places.stream()
                .limit(Math.max(1, words.size() * percent / 100))
                .forEach(place -> words.set(place, word() + word()));
        return String.join(" ", words);
    }

    /** A word by Zipf's law: the n-th word of the vocabulary is n times as rare as the first. */
    private String anyWord() {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(vocabulary.size())) - 1;
        return vocabulary.get(Math.min(rank, vocabulary.size() - 1));
    }

    private String word() {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
    }
}

package org.depositary.documents.extraction.repair;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import morfologik.fsa.FSA;
import morfologik.fsa.FSATraversal;
import morfologik.fsa.MatchResult;

/** The words of a language: the lists of the LanguageTool project. A list is loaded at its first use. */
final class WordList {

    /**
     * A word list as a resource.
     *
     * @param separator follows each word in the list
     */
    private record Resource(String path, char separator) {}

    private static final String DIRECTORY = "/org/languagetool/resource/";

    private static final Map<String, List<Resource>> RESOURCES = Map.of(
            "en",
            List.of(new Resource("en/hunspell/en_GB.dict", '_'), new Resource("en/hunspell/en_US.dict", '+')),
            "nl",
            List.of(new Resource("nl/spelling/nl_NL.dict", '~')));

    private static final Map<Resource, WordList> LOADED = new ConcurrentHashMap<>();

    private final FSA words;
    private final FSATraversal traversal;
    private final byte separator;

    private WordList(FSA words, char separator) {
        this.words = words;
        this.traversal = new FSATraversal(words);
        this.separator = (byte) separator;
    }

    /** @param language the language subtag of a BCP 47 tag */
    static boolean exists(String language) {
        return RESOURCES.containsKey(language);
    }

    /** Whether the language has the word, as written or in lower case. False if the language has no list. */
    static boolean hasWord(String language, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return RESOURCES.getOrDefault(language, List.of()).stream()
                .map(WordList::of)
                .anyMatch(list -> list.contains(word) || list.contains(lower));
    }

    /** Whether any list has the word, as written or in lower case. */
    static boolean hasWord(String word) {
        return RESOURCES.keySet().stream().anyMatch(language -> hasWord(language, word));
    }

    /** Whether any list has the word, also as a name. */
    static boolean hasWordOrName(String word) {
        return hasWord(word) || hasWord(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }

    private boolean contains(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        MatchResult match = traversal.match(bytes);
        // A list has each word with its frequency after the separator.
        return match.kind == MatchResult.EXACT_MATCH
                || match.kind == MatchResult.SEQUENCE_IS_A_PREFIX && words.getArc(match.node, separator) != 0;
    }

    private static WordList of(Resource resource) {
        return LOADED.computeIfAbsent(resource, WordList::load);
    }

    private static WordList load(Resource resource) {
        try (InputStream in = WordList.class.getResourceAsStream(DIRECTORY + resource.path())) {
            return new WordList(FSA.read(new BufferedInputStream(in)), resource.separator());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

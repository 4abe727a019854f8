package org.depositary.gateway.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parsed search question: words, {@code "phrases"}, {@code -not}, {@code or}. A text matches if it has all terms of one
 * alternative.
 */
public record SearchQuestion(List<List<SearchTerm>> alternatives) {

    /** The maximum length of a question in characters. */
    public static final int LONGEST = 500;

    /** The maximum number of words. Pairs of characters count as words. */
    public static final int MOST_WORDS = 100;

    /** @throws IllegalArgumentException with a message for the client if the question cannot be searched */
    public static SearchQuestion parse(String question) {
        if (question.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "has %d characters. At most %d are allowed".formatted(question.length(), LONGEST));
        }
        var parsed = new SearchQuestionParser(question).parse();
        if (parsed.allTerms().findAny().isEmpty()) {
            throw new IllegalArgumentException("'%s' has no word to search for".formatted(question));
        }
        if (parsed.alternatives.stream().anyMatch(terms -> terms.stream().allMatch(SearchTerm::negated))) {
            throw new IllegalArgumentException(
                    "'%s' only excludes words. Add a word to search for to each alternative".formatted(question));
        }
        if (parsed.allTerms().mapToInt(term -> term.words().size()).sum() > MOST_WORDS) {
            throw new IllegalArgumentException("has more than %d words".formatted(MOST_WORDS));
        }
        return parsed;
    }

    private Stream<SearchTerm> allTerms() {
        return alternatives.stream().flatMap(List::stream);
    }

    /** The terms that a text can have. */
    public List<SearchTerm> wanted() {
        return allTerms().filter(term -> !term.negated()).toList();
    }

    /** The words of the wanted terms. */
    public List<String> words() {
        return wantedWords().map(SearchTerm.Word::word).distinct().toList();
    }

    /** Those of the words that also match the begin of a pair of characters. */
    public List<String> prefixes() {
        return wantedWords()
                .filter(SearchTerm.Word::prefix)
                .map(SearchTerm.Word::word)
                .distinct()
                .toList();
    }

    private Stream<SearchTerm.Word> wantedWords() {
        return wanted().stream().flatMap(term -> term.words().stream());
    }

    /** The question as JSON, for the SQL function {@code search_query}. */
    public String json() {
        var json = JsonNodeFactory.instance.arrayNode();
        for (var alternative : alternatives) {
            var terms = json.addArray();
            for (var term : alternative) {
                var object = terms.addObject().put("loose", term.isLoose()).put("negated", term.negated());
                var words = object.putArray("words");
                term.words().forEach(word -> words.addObject()
                        .put("word", word.word())
                        .put("distance", word.distance())
                        .put("prefix", word.prefix()));
            }
        }
        return json.toString();
    }

    static SearchQuestion of(List<List<SearchTerm>> alternatives) {
        var all = new ArrayList<List<SearchTerm>>();
        alternatives.stream()
                .filter(terms -> !terms.isEmpty())
                .map(List::copyOf)
                .forEach(all::add);
        return new SearchQuestion(List.copyOf(all));
    }
}

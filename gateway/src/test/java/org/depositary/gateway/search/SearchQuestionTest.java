package org.depositary.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.gateway.search.SearchHighlights.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQuestionTest {

    /** Terms are separated by commas, alternatives by a vertical bar. ^2 is a distance, * a prefix. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "joint exercises; joint, exercises",
                "\"joint exercises\" border; 'joint exercises', border",
                "«совместные учения»; 'совместные учения'",
                "“joint exercises; 'joint exercises'",
                "exercise -naval -\"at sea\"; exercise, !naval, !'at sea'",
                "charter or statute OR treaty; charter | statute | treaty",
                "or charter or; charter",
                "co-operation!; co operation",
                "合作组; 合作 作组",
                "首; 首*",
                "SCO成员 国家; sco 成员, 国家",
                "\"成员 ABC\"; '成员 ^2abc'",
                "2001年6月; 2001 年* 6 月*",
            })
    void a_question_has_terms(String question, String terms) {
        assertThat(written(SearchQuestion.parse(question))).isEqualTo(terms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "\"\"", "- \" - \"", "or", "\u00AD"})
    void a_question_without_words_is_refused(String question) {
        assertThatThrownBy(() -> SearchQuestion.parse(question)).hasMessageContaining("no word to search for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-naval", "-naval -\"at sea\"", "charter or -naval"})
    void a_question_that_only_excludes_is_refused(String question) {
        assertThatThrownBy(() -> SearchQuestion.parse(question)).hasMessageContaining("only excludes words");
    }

    @Test
    void a_question_is_limited() {
        assertThat(SearchQuestion.parse("x".repeat(500)).words()).hasSize(1);
        assertThatThrownBy(() -> SearchQuestion.parse("x".repeat(501))).hasMessageContaining("At most 500");
        assertThatThrownBy(() -> SearchQuestion.parse("字".repeat(102))).hasMessageContaining("more than 100 words");
    }

    @Test
    void highlights_are_the_words_of_the_question_and_whole_phrases() {
        assertThat(highlights("合作, 上海合作组织", "合作组", Map.of(5, "合作", 6, "作组", 1, "合作")))
                .containsExactly("合作组");
        assertThat(highlights("the charter of the union", "the charter", Map.of(1, "the", 2, "charter", 4, "the")))
                .containsExactly("charter");
        assertThat(highlights("the charter", "the", Map.of(1, "the"))).containsExactly("the");
        assertThat(highlights("国家首脑", "首", Map.of(3, "首"))).containsExactly("首");
    }

    private static List<String> highlights(String text, String question, Map<Integer, String> found) {
        var marks = new Marks(
                found.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.of(entry.getValue()))),
                Set.of("the"));
        return SearchHighlights.of(SearchTokens.of(text), SearchQuestion.parse(question), marks).stream()
                .map(range -> SearchTokensTest.slice(text, range.getFirst(), range.getLast()))
                .toList();
    }

    private static String written(SearchQuestion question) {
        return question.alternatives().stream()
                .map(terms -> terms.stream().map(SearchQuestionTest::written).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
    }

    private static String written(SearchTerm term) {
        var words = term.words().stream()
                .map(word ->
                        (word.distance() == 1 ? "" : "^" + word.distance()) + word.word() + (word.prefix() ? "*" : ""))
                .collect(Collectors.joining(" ", term.quoted() ? "'" : "", term.quoted() ? "'" : ""));
        return (term.negated() ? "!" : "") + words;
    }
}

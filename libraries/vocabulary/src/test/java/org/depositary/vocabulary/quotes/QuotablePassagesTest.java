package org.depositary.vocabulary.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.depositary.vocabulary.quotes.QuotablePassages.Occurrence;
import org.depositary.vocabulary.quotes.QuotablePassages.Passage;
import org.junit.jupiter.api.Test;

class QuotablePassagesTest {

    private static final QuotablePassages PAGES = new QuotablePassages(List.of(
            new Passage("paragraph", "The towns keep  their\namber in a"),
            new Passage("footnote", "7 Ibid., p. 3."),
            new Passage("metadata", "12"),
            new Passage("paragraph", "common treasury. It is guarded."),
            new Passage("paragraph", "The towns pay for it.")));

    @Test
    void a_quote_within_a_passage_is_found_whatever_its_white_space() {
        assertThat(PAGES.find("keep their amber")).containsExactly(new Occurrence(0, 10, 0, 27));
        assertThat(PAGES.find(" The   towns ")).extracting(Occurrence::first).containsExactly(0, 4);
        assertThat(PAGES.find("keep the amber")).isEmpty();
        assertThat(PAGES.find(" ")).isEmpty();
    }

    @Test
    void a_quote_goes_on_after_the_end_of_a_page() {
        assertThat(PAGES.find("amber in a common treasury.")).containsExactly(new Occurrence(0, 22, 3, 16));
        assertThat(PAGES.find("guarded. The towns")).containsExactly(new Occurrence(3, 23, 4, 9));
    }

    @Test
    void what_interrupts_it_may_be_in_the_quote() {
        assertThat(PAGES.begins("in a 7 Ibid., p. 3. 12 common treasury", 0)).isTrue();
        assertThat(PAGES.begins("in a 7 Ibid., p. 3. common treasury", 0)).isTrue();
        assertThat(PAGES.begins("in a 12 common treasury", 0)).isTrue();
    }

    @Test
    void a_quote_begins_in_its_passage_and_leaves_out_no_paragraph() {
        assertThat(PAGES.begins("common treasury", 0)).isFalse();
        assertThat(PAGES.begins("in a The towns", 0)).isFalse();
        assertThat(PAGES.begins("in a 8 Ibid. common treasury", 0)).isFalse();
    }

    @Test
    void a_footnote_goes_on_on_the_next_page() {
        var notes = new QuotablePassages(List.of(
                new Passage("footnote", "3 The minutes are"),
                new Passage("paragraph", "The council met."),
                new Passage("footnote", "lost since the flood.")));
        assertThat(notes.begins("minutes are lost", 0)).isTrue();
    }

    @Test
    void a_quote_has_a_limit_of_passages() {
        var words = new QuotablePassages(Stream.generate(() -> new Passage("paragraph", "salt"))
                .limit(40)
                .toList());
        assertThat(words.begins("salt ".repeat(QuotablePassages.MOST_PASSAGES), 0))
                .isTrue();
        assertThat(words.begins("salt ".repeat(QuotablePassages.MOST_PASSAGES + 1), 0))
                .isFalse();
    }

    @Test
    void chinese_lines_are_joined_without_a_space() {
        var lines = new QuotablePassages(
                List.of(new Passage("paragraph", "海岸联盟的七座城市，\n共同"), new Passage("paragraph", "保管琥珀。")));
        assertThat(lines.begins("七座城市，共同保管琥珀。", 0)).isTrue();
    }

    @Test
    void unicode_forms_are_equal_and_offsets_are_those_of_the_original() {
        var passages = new QuotablePassages(List.of(new Passage("paragraph", "Le re\u0301sume\u0301 de l'union")));
        assertThat(passages.find("r\u00E9sum\u00E9 de")).containsExactly(new Occurrence(0, 3, 0, 14));
    }
}

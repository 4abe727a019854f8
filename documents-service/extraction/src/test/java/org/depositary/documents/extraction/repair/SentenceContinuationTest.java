package org.depositary.documents.extraction.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.depositary.documents.extraction.ExtractedDocument;
import org.junit.jupiter.api.Test;

class SentenceContinuationTest {

    private static final String FIRST = """
            The council of the harbour union meets each year in one of the towns
            of the coast, and the keepers of all lighthouses report to it on the
            storms of the year, on the ships that were lost, and on the duties of
            """;

    private static final String NOTES = """
                                                      \s
            1 Report of the council, p. 3.
            2 The harbour of the north.
            """;

    private static final String SECOND = """
            the captains who sail at night. They sign the report, which the council
            then publishes in all languages of the coast within three months.
            """;

    private static List<String> continuations(String text) {
        return ExtractedDocument.ofText(text).read().passages().stream()
                .filter(passage -> passage.continuedIn().isPresent())
                .map(passage -> passage.anchor() + " > " + passage.continuedIn().get())
                .toList();
    }

    @Test
    void a_sentence_continues_after_footnotes() {
        assertThat(continuations(FIRST + NOTES + "\n" + SECOND)).containsExactly("p-1 > p-2");
    }

    @Test
    void a_sentence_continues_on_the_next_page() {
        assertThat(continuations(FIRST + "\f" + SECOND)).containsExactly("p-1 > p-2");
        assertThat(continuations(FIRST + "\n- 7 -\n\f" + SECOND)).containsExactly("p-1 > p-2");
    }

    @Test
    void a_capital_continues_only_what_cannot_end_there() {
        String capital = SECOND.replaceFirst("the captains", "Captains");

        assertThat(continuations(FIRST + "\f" + capital)).containsExactly("p-1 > p-2");
        assertThat(continuations(FIRST.replaceFirst(" of\n", " they have\n") + "\f" + capital))
                .isEmpty();
    }

    @Test
    void a_finished_sentence_does_not_continue() {
        assertThat(continuations(FIRST.replaceFirst("duties of\n", "duties.\n") + NOTES + "\n" + SECOND))
                .isEmpty();
    }

    @Test
    void a_heading_does_not_continue() {
        assertThat(continuations(SECOND + "\n\nDuties of the Captains\n\f" + SECOND.replaceFirst("the c", "The c")))
                .isEmpty();
    }

    @Test
    void passages_of_one_page_do_not_continue() {
        assertThat(continuations(FIRST + "\n\n\n" + SECOND)).isEmpty();
    }
}

package org.depositary.documents.extraction.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.depositary.documents.extraction.ExtractedDocument;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.PassageKind;
import org.junit.jupiter.api.Test;

class FootnoteMarkerRepairTest {

    private static final String RULE = "                                             \n";

    private static final String TEXT = """
            The union has nine members1 and its members meet each year in the
            harbour.2 They signed the “treaty of the coast”,3 and the keepers of
            lighthouses (1996)4 report each storm to the council of the union as
            they did before the treaty.
            """ + RULE + """
            1 Report of the council, p. 3.
            2 The harbour of the north.
            3 The treaty, p. 12.
            4 A list of the keepers.
            """;

    @Test
    void markers_go_from_the_words() {
        var document = ExtractedDocument.ofText(TEXT);

        assertThat(document.edits())
                .containsExactly(
                        "footnote-marker: 1>", "footnote-marker: 2>", "footnote-marker: 3>", "footnote-marker: 4>");
        assertThat(document.repairedText())
                .contains("nine members and", "harbour. They", "coast”, and", "(1996) report", "1 Report of the");
    }

    @Test
    void without_footnotes_there_are_no_markers() {
        assertThat(ExtractedDocument.ofText(TEXT.substring(0, TEXT.indexOf(RULE)))
                        .edits())
                .isEmpty();
    }

    @Test
    void a_number_of_something_else_stays() {
        String text = """
                The ship Su2 left at 5.3 hours, see art.3 and p.4 of the report, in the years
                of the EU3 and of the EU3, for x4 = 2 at 10:3 or on 1/2 of the days, as they
                did in the year ’96 and in 2004, with www.harbour.example/page4 and MI6 and
                members of the union of the coast without a word.
                """ + RULE + """
                1 Report of the council, p. 3.
                2 The harbour of the north.
                3 The treaty, p. 12.
                4 A list of the keepers.
                """;

        assertThat(ExtractedDocument.ofText(text).edits()).isEmpty();
    }

    @Test
    void two_possible_markers_of_one_note_stay() {
        String text = TEXT.replace("members1 and its members", "members1 and its members1a members, members1");

        assertThat(ExtractedDocument.ofText(text).edits()).doesNotContain("footnote-marker: 1>");
    }

    @Test
    void notes_that_count_from_one_on_each_page_are_aligned() {
        String text = TEXT + "\f" + TEXT.replace("nine members1", "ten members1");

        var document = ExtractedDocument.ofText(text);

        assertThat(document.read().passages().stream().map(Passage::kind).filter(kind -> kind == PassageKind.FOOTNOTE))
                .hasSize(8);
        assertThat(document.edits()).hasSize(8);
    }
}

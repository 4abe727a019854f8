package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.passage.PassageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    /** Double spaced lines, a blank line between paragraphs, footnotes after a run of blanks, pages indented by one. */
    private static final String FROM_PDF = """
             The Amber Coast Union.\s\s

            A Short Inventory.\s\s

            \s

            \s

            By Edda Vinterberg\s

            \s

            \s

            Beginnings of a union\s

            \s

            The seven harbour towns had traded amber and salt for four centuries before any of them\s

            thought of a common treasury, and the first proposal for one, made by the guild of the\s

            northernmost town, failed within a week.1 It returned in the year of the great flood, when\s

            no single town could pay for the dykes, and this time the envoys did not go home before the\s

            matter was settled.\s\s

            \s

            A second paragraph follows here, long enough to be broken by the page, because a reader has\s

            to see that the sentence which the footnotes interrupt goes on after them on the next of the\s
                                                             \s
            1 BERG, A., Salt and amber. In: Harbour Studies, vol. 4,\s
            2007, pp. 3-9.\s\s
            2 The minutes are lost; see HOLM, B., o.c., p. 11.\s
             pages of the printed volume.2 The council met:\s

            a) in spring, at the opening of the harbour, to fix the tolls for the coming season and to\s

            hear the accounts.\s

            b) in autumn, for all the rest.\s

            \s

             12\s

            \s

            What was the treasury for?\s

            \s

            Nobody had written it down, and so the towns quarrelled about it for as long as the money of\s

            the treasury lasted, which was eleven years and some weeks.3\s

            \s
                                                             \s
            3 Ibid.\s
            """;

    @Test
    void lines_out_of_a_pdf_file_become_paragraphs_again() {
        assertThat(ExtractedDocument.ofText(FROM_PDF).passages())
                .containsExactly(
                        "h-1: The Amber Coast Union.",
                        "h-2: A Short Inventory.",
                        "meta-author: By Edda Vinterberg",
                        "h-3: Beginnings of a union",
                        "p-1: The seven harbour towns had traded amber and salt for four centuries before any of them"
                                + " thought of a common treasury, and the first proposal for one, made by the guild of"
                                + " the northernmost town, failed within a week.1 It returned in the year of the great"
                                + " flood, when no single town could pay for the dykes, and this time the envoys did not"
                                + " go home before the matter was settled.",
                        "p-2: A second paragraph follows here, long enough to be broken by the page, because a reader"
                                + " has to see that the sentence which the footnotes interrupt goes on after them on"
                                + " the next of the",
                        "fn-1: 1 BERG, A., Salt and amber. In: Harbour Studies, vol. 4, 2007, pp. 3-9.",
                        "fn-2: 2 The minutes are lost; see HOLM, B., o.c., p. 11.",
                        "p-3: pages of the printed volume.2 The council met:",
                        "li-1: a) in spring, at the opening of the harbour, to fix the tolls for the coming season and"
                                + " to hear the accounts.",
                        "li-2: b) in autumn, for all the rest.",
                        "meta-page: 12",
                        "h-4: What was the treasury for?",
                        "p-4: Nobody had written it down, and so the towns quarrelled about it for as long as the money"
                                + " of the treasury lasted, which was eleven years and some weeks.3",
                        "fn-3: 3 Ibid.");
    }

    @Test
    void title_and_author_stand_at_the_top() {
        ExtractedMetadata description =
                ExtractedDocument.ofText(FROM_PDF).read().description();

        assertThat(description.title()).contains("The Amber Coast Union. A Short Inventory");
        assertThat(description.author()).contains("Edda Vinterberg");
    }

    @Test
    void a_passage_over_several_lines_keeps_its_white_space() {
        ExtractedDocument reading = ExtractedDocument.ofText(FROM_PDF);
        Passage paragraph = reading.read().passages().get(4);

        assertThat(reading.textOf(paragraph)).contains("any of them \n\nthought of a common treasury");
    }

    @Test
    void in_an_article_with_one_line_a_paragraph_short_lines_are_headings() {
        String news = """
                Op de vergadering van dinsdag besloten de zeven havensteden om hun schatkist voortaan samen te beheren. Hoe staat het met de steun voor dat besluit?
                De burgemeesters tijdens het overleg. Rechts de penningmeester van het verbond. (havenbeeld.example)
                door Joris van den Brink
                Het voorstel kwam van de noordelijkste stad, die na de grote vloed haar dijken niet meer alleen kon betalen en daarom om hulp van de andere zes vroeg. Binnen een dag hadden er vier toegezegd.
                Zilverstrand
                In Zilverstrand klonk kritiek op het besluit, omdat de stad meer zou betalen dan zij ooit terug zou krijgen. De raad wees erop dat de dijken daar nog heel zijn.
                Noorderhaven
                De raad van Noorderhaven was tevreden.
                """;

        assertThat(ExtractedDocument.ofText(news).anchors())
                .containsExactly("p-1", "p-2", "meta-author", "p-3", "h-1", "p-4", "h-2", "p-5");
        assertThat(ExtractedDocument.ofText(news).read().description().author()).contains("Joris van den Brink");
        assertThat(ExtractedDocument.ofText(news).read().language()).contains("nl");
    }

    @Test
    void bracketed_header_lines_describe_the_document() {
        String declaration = """
                "Harbour Papers" Database
                Institute of Coastal Studies

                [Title] DECLARATION of the Mayors of the Amber Coast Union

                [Place] Zilverstrand
                [Date] July 9, 2003
                [Source] Secretariat of the Amber Coast Union
                [Full text]

                The mayors of the seven towns (hereinafter referred to as the Towns), having met on the occasion of the opening of the common treasury, declare the following.

                In the years ahead the Towns will look after, among other things:

                - the repair of the dykes;

                - one measure of salt for all markets.

                Nothing in this declaration is directed against any other town.
                """;
        ExtractedDocument reading = ExtractedDocument.ofText(declaration);

        assertThat(reading.anchors())
                .containsExactly(
                        "meta-1",
                        "meta-title",
                        "meta-place",
                        "meta-date",
                        "meta-publisher",
                        "meta-full-text",
                        "p-1",
                        "p-2",
                        "li-1",
                        "li-2",
                        "p-3");
        ExtractedMetadata description = reading.read().description();
        assertThat(description.title()).contains("DECLARATION of the Mayors of the Amber Coast Union");
        assertThat(description.author()).isEmpty();
        assertThat(description.date()).contains("2003-07-09");
        assertThat(description.place()).contains("Zilverstrand");
        assertThat(description.publisher()).contains("Secretariat of the Amber Coast Union");
        assertThat(description.type()).contains("declaration");
    }

    @Test
    void a_title_above_bracketed_lines_stays_the_title() {
        ExtractedDocument reading = ExtractedDocument.ofText("""
                PROTOCOL of the third meeting of the Towns

                [Place] Noorderhaven

                The Towns met.
                """);

        assertThat(reading.anchors()).containsExactly("h-1", "meta-place", "p-1");
        assertThat(reading.read().description().title()).contains("PROTOCOL of the third meeting of the Towns");
        assertThat(reading.read().description().type()).contains("protocol");
    }

    @Test
    void paragraphs_of_a_treaty_are_counted_in_their_article() {
        String treaty = """
                CHARTER OF THE AMBER COAST UNION

                The Towns, moved by the wish to keep their dykes, agree as follows:

                Article 1

                The Union is open to any town with a harbour.

                A town without one may ask for a seat without a vote.

                Article 2. Treasury

                The treasury is kept:

                1) in amber;

                2) in salt.

                Final provisions

                This Charter enters into force when four Towns have signed it.
                """;

        assertThat(ExtractedDocument.ofText(treaty).anchors())
                .containsExactly(
                        "h-1",
                        "p-1",
                        "art-1",
                        "art-1.p-1",
                        "art-1.p-2",
                        "art-2",
                        "art-2.p-1",
                        "art-2.li-1",
                        "art-2.li-2",
                        "h-2",
                        "p-2");
    }

    @Test
    void articles_are_found_in_other_languages_and_a_repeated_one_keeps_an_anchor_of_its_own() {
        String texts = """
                Статья 4

                Стороны оказывают друг другу помощь.

                第二十六条

                本宪章自签署之日起生效。

                Статья 4

                Протокол составлен в двух экземплярах.
                """;

        assertThat(ExtractedDocument.ofText(texts).anchors())
                .containsExactly("art-4", "art-4.p-1", "art-26", "art-26.p-1", "art-4~2", "art-4~2.p-1");
    }

    @Test
    void hard_wrapped_lines_are_one_paragraph() {
        String wrapped = """
                The towns agreed that every barrel of salt that leaves a harbour of the
                coast is weighed twice, once by the seller and once by the officer of
                the treasury, and that the lower of the two figures counts.

                A barrel that is not weighed belongs to the treasury. The officer keeps
                a book of them, and shows it to anyone who asks.
                """;

        assertThat(ExtractedDocument.ofText(wrapped).anchors()).containsExactly("p-1", "p-2");
    }

    @Test
    void form_feeds_separate_pages() {
        ExtractedDocument reading = ExtractedDocument.ofText("First page.\n\fSecond page.\n\f\n3\n\nThird page.\n\f");

        assertThat(reading.read().pages()).hasValue(3);
        assertThat(reading.read().passages())
                .extracting(Passage::page)
                .containsExactly(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3), OptionalInt.of(3));
        assertThat(reading.anchors()).containsExactly("p-1", "p-2", "meta-page", "p-3");
    }

    @Test
    void rows_of_figures_and_of_cells_are_table_rows() {
        String tables = """
                Tolls of the coast in the year of the flood, by town and by kind of cargo.

                Noorderhaven 1 200 33,5 12
                Zilverstrand 980 21,0 …
                Oud Zout 77 3,1 2

                Town\tSalt\tAmber
                Noorderhaven\t12\t7

                One line with 3 4 5 figures is a sentence of its own in this text.
                """;

        assertThat(ExtractedDocument.ofText(tables).anchors())
                .containsExactly("p-1", "tr-1", "tr-2", "tr-3", "tr-4", "tr-5", "p-2");
    }

    @Test
    void a_very_long_paragraph_is_cut_at_white_space() {
        String sentence = "Het zout van de kust was vroeger zo duur als zilver — en soms duurder. ";
        ExtractedDocument reading =
                ExtractedDocument.ofText(sentence.repeat(1000).strip());

        assertThat(reading.anchors()).containsExactly("p-1", "p-1.part-2");
        assertThat(reading.read().passages()).allSatisfy(passage -> {
            byte[] bytes = reading.textOf(passage).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(bytes.length).isLessThanOrEqualTo(PassageBuilder.LONGEST);
            assertThat(reading.textOf(passage)).doesNotStartWith(" ").endsWith(".");
        });
    }

    @Test
    void line_ends_and_controls_are_normalised() {
        ExtractedDocument reading = ExtractedDocument.ofText("\uFEFFOne\r\n\r\nTwo\0three\rFour\u2028Five\u0007");

        assertThat(reading.read().text()).isEqualTo("One\n\nTwo three\nFour\nFive ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Town\tShips\nNoorderhaven\t12\nZilverstrand\t7",
                "Town           Ships\nNoorderhaven   12\nZilverstrand   7",
                "Town | Ships\nNoorderhaven | 12\nZilverstrand | 7"
            })
    void a_table_of_two_columns_has_rows(String table) {
        assertThat(ExtractedDocument.ofText("The towns have these ships:\n\n" + table + "\n\nNo others exist.")
                        .anchors())
                .containsExactly("p-1", "tr-1", "tr-2", "tr-3", "p-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.\tEach party pays.\n2.\tEach party rows.",
                "a)   Each party pays;\nb)   Each party rows.",
                "Author:   A. Keeper\nPlace:    Zilverstrand",
                "Article 1\tAims\nArticle 2\tSeat",
                "The towns   of the coast agree that every barrel of salt\nis weighed twice   before it leaves the harbour."
            })
    void marks_fields_and_prose_are_no_tables(String text) {
        assertThat(ExtractedDocument.ofText("The towns of the coast agree.\n\n" + text + "\n\nNo others exist.")
                        .anchors())
                .noneMatch(anchor -> anchor.contains("tr-"));
    }
}

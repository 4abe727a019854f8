package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.PassageKind;
import org.junit.jupiter.api.Test;

/** The anchors of treaties, in the forms of several languages. */
class AnchorsTest {

    @Test
    void numbered_paragraphs_and_their_items_have_the_printed_numbers() {
        var treaty = """
                TREATY OF THE AMBER COAST

                The Towns agree as follows:

                Article 1

                Aims

                1. The Union serves these aims:

                a) the care of the dykes;

                b) one measure of salt, which is kept

                (i) in Noorderhaven;

                (ii) in Zilverstrand;

                c) open markets.

                2. The Union has a treasury.

                It is kept in amber.

                3. Nothing in this Treaty is directed against any other town.

                Article 2 bis

                (1) The council meets once a year.

                (2) It decides by consensus.

                Article III

                The council may ask any town:

                1) to pay;

                2) to row.

                Done at Zilverstrand on 9 July 1903, in one copy.

                For the Town of Noorderhaven
                """;
        assertThat(ExtractedDocument.ofText(treaty).anchors())
                .containsExactly(
                        "h-1",
                        "p-1",
                        "art-1",
                        "art-1.h-1",
                        "art-1.p-1",
                        "art-1.p-1.li-a",
                        "art-1.p-1.li-b",
                        "art-1.p-1.li-b.li-1",
                        "art-1.p-1.li-b.li-2",
                        "art-1.p-1.li-c",
                        "art-1.p-2",
                        "art-1.p-2.p-2",
                        "art-1.p-3",
                        "art-2bis",
                        "art-2bis.p-1",
                        "art-2bis.p-2",
                        "art-3",
                        "art-3.p-1",
                        "art-3.li-1",
                        "art-3.li-2",
                        "p-2",
                        "p-3");
    }

    @Test
    void a_dutch_treaty_has_its_own_forms() {
        var treaty = """
                Artikel 1 Bijstand

                1. De steden helpen elkaar.

                2. De hulp omvat:

                a. zand;

                b. schepen.

                Artikel 2

                De raad komt elk jaar bijeen.

                De raad beslist met eenparigheid van stemmen.

                Bijlage I

                Lijst van steden

                Artikel 1

                De steden zijn Noorderhaven en Zilverstrand.

                Bijlage II

                De vlag is blauw en wit, met een gouden schip in het midden.
                """;
        assertThat(ExtractedDocument.ofText(treaty).anchors())
                .containsExactly(
                        "art-1",
                        "art-1.p-1",
                        "art-1.p-2",
                        "art-1.p-2.li-a",
                        "art-1.p-2.li-b",
                        "art-2",
                        "art-2.p-1",
                        "art-2.p-2",
                        "annex-1",
                        "annex-1.h-1",
                        "annex-1.art-1",
                        "annex-1.art-1.p-1",
                        "annex-2",
                        "annex-2.p-1");
    }

    @Test
    void a_russian_treaty_has_its_own_forms() {
        var treaty = """
                Статья 1

                1. Города оказывают друг другу помощь:

                а) при наводнении;

                б) при пожаре.

                2. Помощь бесплатна.

                Статья 1.1

                Совет собирается каждый год и принимает решения единогласно.

                Приложение № 1

                Флаг Союза состоит из двух полос: синей и белой.
                """;
        assertThat(ExtractedDocument.ofText(treaty).anchors())
                .containsExactly(
                        "art-1",
                        "art-1.p-1",
                        "art-1.p-1.li-a",
                        "art-1.p-1.li-b",
                        "art-1.p-2",
                        "art-1.1",
                        "art-1.1.p-1",
                        "annex-1",
                        "annex-1.p-1");
    }

    @Test
    void a_chinese_treaty_has_its_own_forms() {
        var treaty = """
                第一条

                一、各城市互相协助，共同维护堤坝。

                二、协助包括下列事项：

                （一）提供沙土；

                （二）提供船只。

                第二条

                理事会每年召开一次会议，以协商一致方式作出决定。

                附件一

                联盟的旗帜由蓝白两色组成，中间有一艘金色的船。
                """;
        assertThat(ExtractedDocument.ofText(treaty).anchors())
                .containsExactly(
                        "art-1",
                        "art-1.p-1",
                        "art-1.p-2",
                        "art-1.p-2.li-1",
                        "art-1.p-2.li-2",
                        "art-2",
                        "art-2.p-1",
                        "annex-1",
                        "annex-1.p-1");
    }

    @Test
    void two_treaties_in_one_text_have_articles_of_their_own() {
        var treaties = """
                Article 1

                The towns share the salt of the coast.

                Article 2

                The towns share the amber of the coast.

                Article 1

                The villages share the sheep of the hills.

                Article 3

                The villages share the wool of the hills.
                """;
        assertThat(ExtractedDocument.ofText(treaties).anchors())
                .containsExactly(
                        "art-1", "art-1.p-1", "art-2", "art-2.p-1", "art-1~2", "art-1~2.p-1", "art-3~2", "art-3~2.p-1");
    }

    @Test
    void a_table_of_contents_takes_no_anchor_from_the_articles() {
        var treaty = """
                Contents

                Article 1. Aims

                Article 2. Seat

                Annex 1

                Preamble

                The towns wish to live in peace with their neighbours.

                Article 1. Aims

                The Union cares for the dykes of the coast.

                Article 2. Seat

                The seat of the Union is in Zilverstrand.

                Annex 1

                The towns of the Union are listed in the order of their harbours.
                """;
        assertThat(ExtractedDocument.ofText(treaty).anchors())
                .containsExactly(
                        "h-1",
                        "h-2",
                        "h-3",
                        "h-4",
                        "h-5",
                        "p-1",
                        "art-1",
                        "art-1.p-1",
                        "art-2",
                        "art-2.p-1",
                        "annex-1",
                        "annex-1.p-1");
    }

    @Test
    void text_before_paragraph_one_is_the_introduction() {
        var charter = """
                Article 5

                The members of the council are the mayors of the towns.

                1. The council has a chair.

                2. The chair changes every year.
                """;
        assertThat(ExtractedDocument.ofText(charter).anchors())
                .containsExactly("art-5", "art-5.intro", "art-5.p-1", "art-5.p-2");
    }

    @Test
    void a_page_has_the_same_anchors_and_kinds_as_a_text() {
        var page = ExtractedDocument.ofHtml("""
                <p>Article 1</p><p>1. The Union serves these aims:</p><p>a) dykes;</p><p>b) salt.</p><p>2. It has a flag.</p>
                <h2>Annex A</h2><p>The flag is blue.</p><h2>Notes</h2><p>1. Ibid.</p><p>2. See above.</p>
                """);
        assertThat(page.anchors())
                .containsExactly(
                        "art-1",
                        "art-1.p-1",
                        "art-1.p-1.li-a",
                        "art-1.p-1.li-b",
                        "art-1.p-2",
                        "annex-a",
                        "annex-a.p-1",
                        "annex-a.h-1",
                        "fn-1",
                        "fn-2");
        assertThat(page.read().passages())
                .extracting(Passage::kind)
                .isEqualTo(List.of(
                        PassageKind.HEADING,
                        PassageKind.PARAGRAPH,
                        PassageKind.LIST_ITEM,
                        PassageKind.LIST_ITEM,
                        PassageKind.PARAGRAPH,
                        PassageKind.HEADING,
                        PassageKind.PARAGRAPH,
                        PassageKind.HEADING,
                        PassageKind.FOOTNOTE,
                        PassageKind.FOOTNOTE));
    }

    @Test
    void a_wrapped_paragraph_does_not_swallow_the_next_article() {
        var wrapped = """
                Article 1
                The towns agree that every barrel of salt that leaves a harbour of the
                coast is weighed twice, once by the seller and once by the officer of the
                treasury, as provided for in
                Article 7. The lower of the two figures counts for the treasury.
                A barrel that is not weighed belongs to the treasury of all of the towns.
                Article 2
                The officer of the treasury keeps a book of all barrels, and shows it to
                anyone who asks, at any hour of the day and without any fee or any form.
                """;
        assertThat(ExtractedDocument.ofText(wrapped).anchors())
                .startsWith("art-1", "art-1.p-1")
                .endsWith("art-2", "art-2.p-1")
                .doesNotContain("art-7");
    }
}

package org.depositary.documents.extraction.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionHeadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Article 4 | 4",
                "ARTICLE IV | 4",
                "Article Four | 4",
                "Article twenty-one. Budget | 21",
                "Article 4 bis | 4bis",
                "Article 12a – Observers | 12a",
                "Article 4 (Assistance) | 4",
                "Art. 7. The council meets. | 7",
                "Article A | a",
                "Artikel 4 Bijstand | 4",
                "Artikel vierentwintig | 24",
                "Artikel XII: Zetel | 12",
                "Статья 4 | 4",
                "Статья 4.1. Помощь | 4.1",
                "Статья 4² | 4.2",
                "Статья ХІV | 14",
                "Статья первая | 1",
                "Статья двадцать первая | 21",
                "Article premier | 1",
                "第四条 | 4",
                "第二十六条 各方应互相协助。 | 26",
                "第12條 | 12",
                "第四条之一 | 4.1",
                "4-бап. Көмек | 4",
                "المادة ٤ | 4",
                "MADDE 4 – Yardım | 4"
            })
    void an_article_has_one_form_of_number(String heading, String number) {
        assertThat(SectionHeading.of(heading)).contains(new SectionHeading(SectionHeading.Kind.ARTICLE, number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Annex 1 | 1",
                "ANNEX II. Rules of procedure | 2",
                "Annex A | a",
                "Appendix | ''",
                "Bijlage I | 1",
                "Bijlage bij het Verdrag | ''",
                "Приложение № 1 | 1",
                "Приложение 2 к Соглашению | 2",
                "Приложение к Договору | ''",
                "附件一 | 1",
                "附件： | ''",
                "附件3 | 3"
            })
    void an_annex_has_one_form_of_number(String heading, String number) {
        assertThat(SectionHeading.of(heading)).contains(new SectionHeading(SectionHeading.Kind.ANNEX, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Article 4 of the Charter provides for help.",
                "Article 4 of the Charter",
                "Article by the editors",
                "Articles 4 and 5",
                "Статья 4 Договора гласит, что стороны помогают друг другу.",
                "Статья о Союзе",
                "Artikelen 4 en 5",
                "第四条规定各方互相协助。",
                "Annex 1 lists the towns that pay for the dykes.",
                "Annexes and tables",
                "Приложения"
            })
    void a_sentence_that_names_an_article_is_no_heading(String text) {
        assertThat(SectionHeading.of(text)).isEmpty();
    }
}

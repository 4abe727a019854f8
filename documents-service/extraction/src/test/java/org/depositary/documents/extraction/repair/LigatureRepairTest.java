package org.depositary.documents.extraction.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.depositary.documents.extraction.ExtractedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LigatureRepairTest {

    private static final String ENGLISH =
            "The members of the harbour union met in the old town hall, and they agreed that %s"
                    + " would be written down before the end of the year.";

    private static final String DUTCH = "De leden van de havenunie kwamen bijeen in het oude stadhuis en spraken af dat"
            + " %s voor het einde van het jaar zou worden opgeschreven.";

    @ParameterizedTest
    @CsvSource({
        "the infuence of the coast, the influence of the coast",
        "the offce of the keeper, the office of the keeper",
        "the frst report, the first report",
        "a specifc duty, a specific duty",
        "the end of the confict, the end of the conflict",
        "an offcial letter, an official letter",
        "the frst offcial letter, the first official letter",
        "the de\uFFFDned duty, the defined duty",
        "the o\uE003ce of the keeper, the office of the keeper",
        "the ﬁrst ﬂag of the oﬃce, the first flag of the office"
    })
    void a_lost_ligature_is_repaired(String printed, String repaired) {
        var document = ExtractedDocument.ofText(ENGLISH.formatted(printed));

        assertThat(document.repairedText()).isEqualTo(ENGLISH.formatted(repaired));
        assertThat(document.edits()).allMatch(edit -> edit.startsWith("ligature: "));
    }

    @Test
    void the_language_of_the_passage_decides() {
        var document = ExtractedDocument.ofText(DUTCH.formatted("de frma en het confict"));

        assertThat(document.repairedText()).isEqualTo(DUTCH.formatted("de firma en het conflict"));
    }

    @Test
    void a_file_that_loses_them_often_loses_doubles_and_capitals_too() {
        String lost = "the frst confict, an efective reply by the staf, and the Offce";
        var document = ExtractedDocument.ofText(ENGLISH.formatted(lost));

        // "staf" is a word of another language.
        assertThat(document.repairedText())
                .isEqualTo(ENGLISH.formatted("the first conflict, an effective reply by the staf, and the Office"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the staf of the fat keeper",
                "an efective reply",
                "a reply by Mr Sherif and Mrs Hofman",
                "the address www.frst.example or mail@offce.example",
                "the file frst_2.pdf and the word f",
                "the fre of the lighthouse",
                "a fag and a fle"
            })
    void an_unclear_word_stays(String printed) {
        assertThat(ExtractedDocument.ofText(ENGLISH.formatted(printed)).edits()).isEmpty();
    }

    @Test
    void a_name_needs_two_uses_in_the_document() {
        String once = ENGLISH.formatted("captain Zofia and captain zofa");
        assertThat(ExtractedDocument.ofText(once).edits()).isEmpty();

        String text = ENGLISH.formatted("the ship kristofina, or kristofina again, or kristofna");
        assertThat(ExtractedDocument.ofText(text).repairedText())
                .isEqualTo(ENGLISH.formatted("the ship kristofina, or kristofina again, or kristofina"));
    }
}

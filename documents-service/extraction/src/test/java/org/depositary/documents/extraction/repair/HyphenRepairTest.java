package org.depositary.documents.extraction.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.depositary.documents.extraction.ExtractedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyphenRepairTest {

    private static final String TEXT = """
            The members of the harbour union met in the old town hall of the
            coast and agreed on a list of duties that every keeper of a %s
            and every captain of a ship shall follow without any delay, as far
            as the weather of the coast allows it.
            """;

    @Test
    void a_word_of_the_language_is_joined() {
        var document = ExtractedDocument.ofText(TEXT.formatted("organi-\nsation of the coast"));

        assertThat(document.repairedText()).isEqualTo(TEXT.formatted("organisation of the coast"));
        assertThat(document.edits()).containsExactly("hyphen: -\n>");
    }

    @Test
    void a_word_that_the_document_uses_is_joined() {
        String text = TEXT.formatted("Vuurtorenwachter, or vuurtoren-\nwachter in short,");

        assertThat(ExtractedDocument.ofText(text).repairedText())
                .isEqualTo(TEXT.formatted("Vuurtorenwachter, or vuurtorenwachter in short,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbour in the south-\neast of the coast",
                "harbour with a co-\noperation of its own",
                "harbour of the noord-\nen zuidkust",
                "harbour of the Oost-\nTurkestan coast",
                "harbour since 1996-\n1998, or of x-\nrays",
                "harbour that re-\nelects its keeper",
                "harbour with zzqfoo-\nbarzzq"
            })
    void a_hyphen_that_may_belong_to_the_word_stays(String printed) {
        assertThat(ExtractedDocument.ofText(TEXT.formatted(printed)).edits()).isEmpty();
    }

    @Test
    void a_word_that_the_document_writes_with_a_hyphen_keeps_it() {
        String text = TEXT.formatted("multi-national, or multi-\nnational, or organi-sation, or organi-\nsation");

        assertThat(ExtractedDocument.ofText(text).edits()).isEmpty();
    }

    @Test
    void a_soft_hyphen_goes() {
        String text = TEXT.formatted("lighthouse organi\u00ADsation and its Vuur\u00ADtoren\u00ADwachter");

        assertThat(ExtractedDocument.ofText(text).repairedText())
                .isEqualTo(TEXT.formatted("lighthouse organisation and its Vuurtorenwachter"));
    }

    @Test
    void a_soft_hyphen_between_two_words_may_be_a_printed_one() {
        assertThat(ExtractedDocument.ofText(TEXT.formatted("coast\u00ADship and harbour"))
                        .edits())
                .isEmpty();
    }
}

package org.depositary.gateway.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSignatureTest {

    private static final String TEXT = "Élan: the first “treaty” of the Amber Coast.\nIt has two articles.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Élan: the first “treaty” of the Amber Coast. It has two articles.",
                "\uFEFFÉlan:  the first “treaty” of\r\nthe Amber Coast.\r\n\r\nIt has two articles.\n",
                "Élan: the\u00A0first “treaty” of the Amber Coast.\fIt has two arti\u00ADcles.",
                "Élan: the ﬁrst “treaty” of the Amber Coast. It has two articles."
            })
    void white_space_line_ends_and_unicode_form_do_not_count(String text) {
        assertThat(hash(text)).isEqualTo(hash(TEXT));
        assertThat(hash(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(hash(TEXT));
    }

    @Test
    void letters_digits_and_punctuation_count() {
        assertThat(hash(TEXT.replace("two", "2"))).isNotEqualTo(hash(TEXT));
        assertThat(hash(TEXT.replace(":", ";"))).isNotEqualTo(hash(TEXT));
        assertThat(hash(TEXT.toUpperCase(Locale.ROOT))).isNotEqualTo(hash(TEXT));
    }

    @Test
    void the_parts_of_a_text_give_the_signature_of_the_whole() {
        var parts = new TextSignatureBuilder();
        parts.add("Élan: the first “treaty” of ");
        parts.add("the Amber Coast.\nIt has two articles.");
        var signature = parts.build();

        assertThat(signature.textHash()).isEqualTo(hash(TEXT));
        assertThat(signature.minHash()).isEqualTo(signature(TEXT).minHash());
    }

    /** Stored signatures are compared with new ones. A change needs a new {@link TextSignature#METHOD}. */
    @Test
    void the_computation_never_changes() {
        var signature = signature(TEXT);

        assertThat(signature.minHash()).hasSize(255);
        assertThat(signature.bands()).hasSize(85);
        assertThat(Arrays.hashCode(signature.minHash())).isEqualTo(141669251);
        assertThat(Arrays.hashCode(signature.bands())).isEqualTo(-410482349);
    }

    @ParameterizedTest
    @CsvSource({"2000, 1", "2000, 5", "2000, 20", "200, 5", "40, 5"})
    void similarity_is_the_share_of_words_in_common(int words, int percent) {
        var texts = new MadeUpTexts(words + percent);
        String text = texts.text(words);

        double similarity = similarity(signature(text), signature(texts.withOtherWords(text, percent)));

        assertThat(similarity).isCloseTo(1 - percent / 100.0, within(0.06));
    }

    @Test
    void chinese_texts_are_compared_by_their_characters() {
        var text = "上海合作组织成员国元首在阿斯塔纳举行会议，决定加强在安全领域的合作，并就下列各项达成一致意见。";

        double changed = similarity(signature(text), signature(text.replace("阿斯塔纳", "塔什干")));

        assertThat(changed).isBetween(0.85, 0.99);
        assertThat(similarity(signature(text), signature("今天的天气很好，我们去公园散步，孩子们在湖边放风筝。")))
                .isLessThan(0.3);
    }

    @Test
    void texts_of_one_or_two_words_have_a_signature() {
        assertThat(signature("Annex").minHash()).isEqualTo(signature("annex!").minHash());
        assertThat(signature("Annex A").minHash())
                .isNotEqualTo(signature("Annex B").minHash());
        assertThat(signature("—").minHash()).isEmpty();
        assertThat(signature("").bands()).isEmpty();
    }

    private static TextSignature signature(String text) {
        var builder = new TextSignatureBuilder();
        builder.add(text);
        return builder.build();
    }

    private static byte[] hash(String text) {
        return signature(text).textHash();
    }

    /** The similarity that the statement in {@code DuplicateReads} computes. */
    private static double similarity(TextSignature one, TextSignature other) {
        long equal = IntStream.range(0, one.minHash().length)
                .filter(i -> one.minHash()[i] == other.minHash()[i])
                .count();
        return Math.cbrt(2.0 * equal / (one.minHash().length + equal));
    }
}

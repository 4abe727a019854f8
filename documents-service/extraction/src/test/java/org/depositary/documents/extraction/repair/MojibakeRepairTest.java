package org.depositary.documents.extraction.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.depositary.documents.extraction.ExtractedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeRepairTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private static String read(String text, Charset written, Charset read) {
        return new String(text.getBytes(written), read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The keeper’s duty – as agreed in the hall – is to report each storm.",
                "Le président a été réélu, et la fête a commencé après minuit.",
                "Die Wächter hörten die Wellen und fürchteten das Unwetter.",
                "Tekst van de coördinatie: één schip, twee schepen en het reünieschip.",
                "The café opened. The old café opened again. It is a café – so they say."
            })
    void utf_8_read_as_windows_1252_is_repaired(String text) {
        var document = ExtractedDocument.ofText(read(text, StandardCharsets.UTF_8, WESTERN));

        assertThat(document.repairedText()).isEqualTo(text);
        assertThat(document.edits()).isNotEmpty().allMatch(edit -> edit.startsWith("mojibake: "));
    }

    @Test
    void cyrillic_letters_are_repaired_too() {
        // The other letters have bytes that windows-1252 does not have.
        String text = "Мир везде, где мы живем и видим";

        assertThat(ExtractedDocument.ofText(read(text, StandardCharsets.UTF_8, WESTERN))
                        .repairedText())
                .isEqualTo(text);
    }

    @Test
    void utf_8_read_as_windows_1251_is_repaired() {
        String text = "Договор о дружбе подписан в гавани. Стороны помогают друг другу и хранят архив.";

        assertThat(ExtractedDocument.ofText(read(text, StandardCharsets.UTF_8, CYRILLIC))
                        .repairedText())
                .isEqualTo(text);
    }

    @Test
    void windows_1251_read_as_windows_1252_is_repaired() {
        String text = "Договор о дружбе подписан в гавани. Стороны помогают друг другу и хранят архив.";

        assertThat(utf8(read(text, CYRILLIC, WESTERN)).repairedText()).isEqualTo(text);
    }

    @Test
    void windows_1252_read_as_windows_1251_needs_a_known_word() {
        String text = "The keeper of the lighthouse drinks tea in the cafй near the harbour, and the xzй stays.";

        assertThat(utf8(text).edits()).containsExactly("mojibake: cafй>café");
    }

    /** The text is valid UTF-8, so no other charset is considered. */
    private static ExtractedDocument utf8(String text) {
        return ExtractedDocument.of(text.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Er sagte: „Das macht Spaß“, und ging zu den Schiffen am Hafen zurück.",
                "« À PARÍS », dit-il… «É» est une lettre; “IRMÃ” est un mot; Ã” ne dit rien.",
                "СССР» и РФ» – это две страны. Сёмга и рёв у моря; «МІЛІЦІЇ» та УКРАЇНСЬКІЙ.",
                "The word Â° is a sign, and 5 Å–7 Å is a length.",
                "Øresund, Åse, Ærø, œuvre, naïve, Škoda, Ђорђе",
                "Кафе near the harbour, and Cевер."
            })
    void a_right_text_stays(String text) {
        assertThat(utf8(text).edits()).isEmpty();
    }
}

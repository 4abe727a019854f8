package org.depositary.documents.extraction.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.documents.extraction.ExtractedDocument;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetDetectionTest {
    private static final String RUSSIAN =
            "Главы государств собрались в порту, чтобы обсудить общую казну союза и новые пошлины на соль.";
    private static final String DUTCH =
            "Eén van de steden, Kirgizië noch België, coördineerde de hulp – ‘geïnitieerd’ door de burgemeesters.";
    private static final String CHINESE = "沿海联盟成员国元首在港口举行会议，讨论共同财政和新的盐税问题，并签署了一项联合声明。";
    private static final String KOREAN = "연안 동맹의 정상들이 항구에서 회의를 열고 공동 재정과 새로운 소금세에 대해 논의하였다.";
    private static final String POLISH =
            "Państwa członkowskie ustaliły, że każda ze stron będzie płacić za żeglugę i ochronę wybrzeża.";
    private static final String CZECH =
            "Členské státy se dohodly, že každá strana bude platit za přístavy a že společně ochrání pobřeží řeky.";
    private static final String TURKISH =
            "Üye devletler, her tarafın limanlar için ödeme yapacağı ve kıyıyı birlikte koruyacakları konusunda anlaştılar.";
    private static final String ICELANDIC =
            "Aðildarríkin hafa samið um að hver aðili greiði fyrir hafnirnar og að þau verji ströndina saman, því að það þykir rétt.";
    private static final String JAPANESE = "沿岸同盟の首脳は港で会議を開き、共同の財政と新しい塩税について話し合いました。";

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments(RUSSIAN, "windows-1251"),
                arguments(RUSSIAN, "KOI8-R"),
                arguments(RUSSIAN, "ISO-8859-5"),
                arguments(RUSSIAN, "IBM866"),
                arguments(RUSSIAN, "UTF-8"),
                arguments(RUSSIAN, "UTF-16LE"),
                arguments(RUSSIAN, "UTF-16BE"),
                arguments(RUSSIAN, "UTF-32BE"),
                arguments(DUTCH, "windows-1252"),
                arguments(DUTCH, "UTF-8"),
                arguments(DUTCH, "UTF-16LE"),
                arguments(DUTCH, "UTF-32LE"),
                arguments(CHINESE, "GB18030"),
                arguments(CHINESE, "Big5"),
                arguments(CHINESE, "UTF-8"),
                arguments(CHINESE, "UTF-16LE"),
                arguments(CHINESE, "UTF-16BE"),
                arguments(CHINESE + "\n第1条 一国\n", "UTF-16LE"),
                arguments(CHINESE + "\n第1条 一国\n", "UTF-16BE"),
                arguments(JAPANESE, "UTF-16LE"),
                arguments(JAPANESE, "UTF-16BE"),
                arguments(KOREAN, "UTF-16LE"),
                arguments(KOREAN, "UTF-16BE"),
                arguments(KOREAN, "EUC-KR"),
                arguments(POLISH, "windows-1250"),
                arguments(POLISH, "ISO-8859-2"),
                arguments(TURKISH, "windows-1254"),
                arguments(JAPANESE, "Shift_JIS"),
                arguments(JAPANESE, "EUC-JP"),
                arguments(JAPANESE, "ISO-2022-JP"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void the_bytes_tell_their_charset(String text, String charset) {
        // Big5 has no simplified characters.
        String written = charset.equals("Big5") ? "沿海聯盟成員國元首在港口舉行會議，討論共同財政和新的鹽稅問題。" : text;

        ExtractedDocument reading =
                ExtractedDocument.of(written.repeat(3).getBytes(Charset.forName(charset)), "text/plain");

        assertThat(reading.read().text()).isEqualTo(written.repeat(3));
        assertThat(reading.read().problem()).isEmpty();
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                arguments("efbbbf", "UTF-8"),
                arguments("feff", "UTF-16BE"),
                arguments("fffe", "UTF-16LE"),
                arguments("0000feff", "UTF-32BE"),
                arguments("fffe0000", "UTF-32LE"));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void a_byte_order_mark_is_believed_and_dropped(String mark, String charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(java.util.HexFormat.of().parseHex(mark));
        bytes.writeBytes("港 é".getBytes(Charset.forName(charset)));

        assertThat(ExtractedDocument.of(bytes.toByteArray(), "text/plain; charset=KOI8-R")
                        .read()
                        .text())
                .isEqualTo("港 é");
    }

    @Test
    void the_declared_charset_decides_where_the_bytes_allow_several() {
        byte[] bytes = "Łódź żyje".getBytes(Charset.forName("windows-1250"));

        assertThat(ExtractedDocument.of(bytes, "text/plain; charset=\"windows-1250\"")
                        .read()
                        .text())
                .isEqualTo("Łódź żyje");
    }

    @Test
    void valid_utf8_wins_over_a_wrong_declaration() {
        assertThat(ExtractedDocument.of(DUTCH.getBytes(UTF_8), "text/plain; charset=iso-8859-1")
                        .read()
                        .text())
                .isEqualTo(DUTCH);
    }

    static Stream<Arguments> wrongDeclarations() {
        return Stream.of(
                arguments(RUSSIAN, "KOI8-R", "windows-1251"),
                arguments(RUSSIAN, "IBM866", "windows-1251"),
                arguments(RUSSIAN, "windows-1251", "KOI8-R"),
                arguments(RUSSIAN, "windows-1251", "iso-8859-1"),
                arguments(RUSSIAN, "KOI8-R", "GB18030"),
                arguments(RUSSIAN, "UTF-16LE", "windows-1251"),
                arguments(DUTCH, "windows-1252", "windows-1251"),
                arguments(CHINESE, "UTF-16LE", "utf-16"),
                arguments(CHINESE, "UTF-16BE", "utf-16"),
                arguments(KOREAN, "UTF-16LE", "utf-16be"),
                arguments(JAPANESE, "Shift_JIS", "utf-16"),
                arguments(RUSSIAN, "windows-1251", "utf-16"),
                arguments(POLISH, "windows-1250", "windows-1252"),
                arguments("Państwa członkowskie.", "windows-1250", "iso-8859-1"),
                arguments(POLISH, "ISO-8859-2", "windows-1252"),
                arguments(CZECH, "windows-1250", "windows-1252"),
                arguments(TURKISH, "windows-1254", "windows-1252"),
                arguments(CHINESE, "GB18030", "windows-1251"),
                arguments(CHINESE, "GB18030", "iso-8859-1"));
    }

    @ParameterizedTest
    @MethodSource("wrongDeclarations")
    void a_wrong_declaration_is_found_out(String text, String charset, String declared) {
        byte[] bytes = text.repeat(3).getBytes(Charset.forName(charset));

        assertThat(ExtractedDocument.of(bytes, "text/plain; charset=" + declared)
                        .read()
                        .text())
                .isEqualTo(text.repeat(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ICELANDIC,
                DUTCH,
                "Sie haben vereinbart, dass jede Partei für die Häfen bezahlt.",
                "Liikmesriigid leppisid kokku, et iga pool maksab sadamate eest ja et nad kaitsevad rannikut üheskoos."
            })
    void a_right_declaration_is_believed(String text) {
        byte[] bytes = text.getBytes(Charset.forName("windows-1252"));

        assertThat(ExtractedDocument.of(bytes, "text/plain; charset=windows-1252")
                        .read()
                        .text())
                .isEqualTo(text);
    }

    @Test
    void text_that_turns_foreign_late_is_still_found() {
        String text = "Plain English words come first. ".repeat(2000) + RUSSIAN.repeat(3);

        assertThat(ExtractedDocument.of(text.getBytes(Charset.forName("windows-1251")), "text/plain")
                        .read()
                        .text())
                .isEqualTo(text);
    }

    @Test
    void damaged_places_are_shown_and_counted() {
        byte[] bytes = (RUSSIAN.repeat(20) + "\u00ff").getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xff;
        bytes[bytes.length - 1] = '.';

        ExtractionOutcome.Read read = ExtractedDocument.of(bytes, "text/plain").read();

        assertThat(read.status()).isEqualTo(ExtractionStatus.PARTIAL);
        assertThat(read.problem()).contains("1 place is not valid UTF-8 and is shown as \uFFFD.");
        assertThat(read.text()).startsWith(RUSSIAN).endsWith("\uFFFD.");
    }

    @Test
    void an_unknown_label_is_no_charset() {
        assertThat(CharsetDetection.named("klingon")).isEmpty();
        assertThat(CharsetDetection.named("not a name")).isEmpty();
        assertThat(CharsetDetection.named("latin1")).isEqualTo(Optional.of(Charset.forName("windows-1252")));
        assertThat(CharsetDetection.of("a\u0080b".getBytes(ISO_8859_1), java.util.List.of("ascii"))
                        .name())
                .isEqualTo("windows-1252");
    }
}

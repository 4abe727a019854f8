package org.depositary.documents.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.depositary.documents.extraction.samples.SamplePdf;
import org.depositary.documents.extraction.samples.SampleText;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentExtractionTest {

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a, '', 'The file is stored, but its text cannot be extracted: it is an image.'",
        "7b7d, application/json, 'The file is stored, but its text cannot be extracted: its type is application/json.'"
    })
    void other_kinds_of_files_are_unsupported(String hex, String declared, String problem) {
        ExtractionOutcome outcome = read(HexFormat.of().parseHex(hex), declared);

        assertThat(outcome).isEqualTo(new ExtractionOutcome.Unread(ExtractionStatus.UNSUPPORTED, problem));
    }

    @ParameterizedTest
    @CsvSource({"255044462d312e37", "504b030414000600", "d0cf11e0a1b11ae1"})
    void a_file_that_ends_after_its_signature_is_damaged(String hex) {
        assertThat(read(HexFormat.of().parseHex(hex), "").status()).isEqualTo(ExtractionStatus.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/markdown; charset=utf-8",
                "",
                "application/octet-stream",
                "rubbish",
                "application/x-www-form-urlencoded"
            })
    void text_is_read_as_text(String declared) {
        assertThat(read("A harbour.".getBytes(UTF_8), declared).status()).isEqualTo(ExtractionStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>x</title><p>One",
                " \n<!-- saved --><html><p>One",
                "<?xml version='1.0'?>\n<HTML><p>One"
            })
    void a_page_is_a_page_even_when_sent_as_text(String html) {
        assertThat(ExtractedDocument.of(html.getBytes(UTF_8), "text/plain")
                        .read()
                        .text())
                .doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "text/csv",
                "text/x-log",
                "application/json",
                "application/vnd.ms-excel",
                "video/mp4",
                "text/html",
                "application/xhtml+xml"
            })
    void words_are_a_text_whatever_the_declared_type(String declared) {
        String words = "The first paragraph.\n\nThe second one, of 2 < 3 words.\n\nThe third paragraph.";

        assertThat(ExtractedDocument.of(words.getBytes(UTF_8), declared).anchors())
                .containsExactly("p-1", "p-2", "p-3");
    }

    @ParameterizedTest
    @CsvSource({
        "<head><title>x</title></head><p>One<p>Two, image/jpeg",
        "<h1>One</h1><p>Two, application/xml",
        "<h1>One</h1><p>Two, text/plain",
        "<h1>One</h1><p>Two, ''",
        "<p>One<p>Two, application/octet-stream",
        "<html><p>One<p>Two, text/markdown"
    })
    void a_page_is_a_page_whatever_the_declared_type(String html, String declared) {
        assertThat(ExtractedDocument.of(html.getBytes(UTF_8), declared).read().text())
                .doesNotContain("<")
                .contains("One", "Two");
    }

    @Test
    void a_text_in_markdown_may_begin_with_a_tag() {
        byte[] text = "<p align=right>\n\nOne paragraph.\n\nAnother paragraph.".getBytes(UTF_8);

        assertThat(ExtractedDocument.of(text, "text/markdown").anchors()).contains("p-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BZh is how the word begins in their dialect.",
                "RIFF RAFF and other words of the coast.",
                "GIF is a picture."
            })
    void words_like_a_signature_are_a_text(String words) {
        assertThat(read(words.getBytes(UTF_8), "").status()).isEqualTo(ExtractionStatus.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "425a6839314159265359aabb, a compressed archive",
        "52494646aabbccdd57454250, an image",
        "52494646aabbccdd57415645, a sound or a film"
    })
    void files_with_such_a_signature_are_unsupported(String hex, String kind) {
        assertThat(read(HexFormat.of().parseHex(hex), "text/plain").problem().orElseThrow())
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n  ", "\uFEFF"})
    void rich_text_may_have_blanks_before_it(String before) {
        byte[] rtf = (before + "{\\rtf1\\ansi\\pard Words of the coast.\\par}").getBytes(UTF_8);

        assertThat(ExtractedDocument.of(rtf, "").read().text()).isEqualTo("Words of the coast.");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'', text/plain", "<!doctype html><p>, application/pdf"})
    void a_text_that_mentions_the_signature_of_pdf_files_is_a_text(String before, String declared) {
        byte[] text = (before + "A PDF file begins with %PDF-1.7 and a line end.").getBytes(UTF_8);

        assertThat(read(text, declared).status()).isEqualTo(ExtractionStatus.OK);
    }

    @ParameterizedTest
    @CsvSource({"'\\n', ''", "'\\0\\1\\2 header', ''", "'HTTP/1.1 200 OK\\n\\n', application/pdf"})
    void a_pdf_file_may_have_other_bytes_before_it(String before, String declared) throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(before.translateEscapes().getBytes(UTF_8));
        file.write(SamplePdf.of(SampleText.treaty(1, 3), SamplePdf.Style.GAPS));

        assertThat(ExtractedDocument.of(file.toByteArray(), declared).anchors()).contains("art-3");
    }

    @Test
    void bytes_that_are_no_text_are_unsupported() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        noise[0] = 1;

        assertThat(read(noise, "text/plain").status()).isEqualTo(ExtractionStatus.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" \n\t\n ", "\uFEFF", "<!doctype html><script>var x</script><nav>menu</nav>", "-----\n"})
    void where_nothing_is_written_there_is_no_text(String text) {
        assertThat(read(text.getBytes(UTF_8), "").status()).isEqualTo(ExtractionStatus.NO_TEXT);
    }

    private static final ExtractionLimits SMALL = new ExtractionLimits(1000, 10, LIMIT);

    @Test
    void a_text_that_is_too_long_ends_early() {
        var text = (ExtractionOutcome.Read) read("x ".repeat(501).getBytes(UTF_8), "text/plain", SMALL);

        assertThat(text.status()).isEqualTo(ExtractionStatus.PARTIAL);
        assertThat(text.problem()).hasValue("The text is longer than 1,000 characters.");
        assertThat(text.text()).hasSize(1000);
        assertThat(read("🚢".repeat(1000).getBytes(UTF_8), "text/plain", SMALL).status())
                .isEqualTo(ExtractionStatus.OK);
        assertThat(read("🚢".repeat(3000).getBytes(UTF_8), "text/plain", SMALL).status())
                .isEqualTo(ExtractionStatus.PARTIAL);
        assertThat(read((" ".repeat(1001) + "x").getBytes(UTF_8), "text/plain", SMALL)
                        .status())
                .isEqualTo(ExtractionStatus.TOO_LARGE);
    }

    @Test
    void a_page_that_is_too_long_ends_early() {
        var tags = (ExtractionOutcome.Read) read("<p>a".repeat(11).getBytes(UTF_8), "text/html", SMALL);
        var length = (ExtractionOutcome.Read)
                read(("<p>" + "a ".repeat(490) + "<a href=\"" + "b".repeat(40)).getBytes(UTF_8), "text/html", SMALL);

        assertThat(tags.problem()).hasValue("The page has more than 10 tags.");
        assertThat(tags.passages()).hasSize(10);
        assertThat(length.problem()).hasValue("The text is longer than 1,000 characters.");
        assertThat(length.text()).endsWith("a a").doesNotContain("b");
        assertThat(read("<p> ".repeat(11).getBytes(UTF_8), "text/html", SMALL).status())
                .isEqualTo(ExtractionStatus.TOO_LARGE);
    }

    /** A picture makes a rich text large, but not its text. */
    @Test
    void a_large_rich_text_with_a_picture_is_read() {
        String picture = "{\\pict\\pngblip " + "00".repeat(5_000) + "}";

        var text = (ExtractionOutcome.Read)
                read(("{\\rtf1\\ansi\\pard Words." + picture + "\\par}").getBytes(UTF_8), "", SMALL);

        assertThat(text.status()).isEqualTo(ExtractionStatus.OK);
        assertThat(text.text()).isEqualTo("Words.");
    }

    @Test
    void an_extraction_ends_when_its_time_is_over() {
        ExtractionLimits hurried = new ExtractionLimits(10_000_000, 10, Duration.ZERO);
        byte[] bytes = new byte[5_000_000];
        Arrays.fill(bytes, (byte) '\n');
        bytes[0] = 'x';

        assertThat(read(bytes, "text/plain", hurried).status()).isEqualTo(ExtractionStatus.TIMEOUT);
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "-".repeat(2_000_000),
                " ".repeat(2_000_000) + "x",
                "by " + "A".repeat(390) + "1",
                "[" + "a ".repeat(100_000),
                "1 ".repeat(1_000_000),
                ("a" + " 1".repeat(190) + "x\n").repeat(2_000),
                "Article 4" + ".".repeat(1_000_000),
                "Title: " + "x".repeat(1_000_000),
                "\u0301".repeat(1_000_000),
                "<!--".repeat(400),
                "<!doctype html><title>" + "t".repeat(1_000_000) + "</title>x",
                "<!doctype html>" + "<article>x".repeat(60_000) + "<p>" + "y".repeat(100_000),
                "<!doctype html>" + "<table><tr><td>".repeat(30_000) + "x",
                "<!doctype html>" + "<ul><li>".repeat(3_000) + "x",
                "<!doctype html><p " + "a=b ".repeat(300_000) + ">x");
    }

    @ParameterizedTest
    @Tag("full")
    @MethodSource("hostileTexts")
    void no_text_holds_the_reader_up(String text) {
        ExtractionLimits limits = new ExtractionLimits(5_000_000, 200_000, LIMIT);

        assertThat(read(text.getBytes(UTF_8), "text/plain", limits).status())
                .isIn(ExtractionStatus.OK, ExtractionStatus.NO_TEXT, ExtractionStatus.TOO_LARGE);
    }

    @Test
    void the_same_bytes_give_the_same_result() {
        byte[] bytes =
                "Title\n\nSome words in English, and enough of them to tell the language of this text.".getBytes(UTF_8);

        assertThat(read(bytes, "text/plain")).isEqualTo(read(bytes, "text/plain"));
    }

    private static ExtractionOutcome read(byte[] bytes, String declared) {
        return read(bytes, declared, ExtractedDocument.LIMITS);
    }

    private static ExtractionOutcome read(byte[] bytes, String declared, ExtractionLimits limits) {
        return ExtractedDocument.outcome(bytes, declared, limits);
    }
}

package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.depositary.documents.extraction.samples.SampleFiles;
import org.depositary.documents.extraction.samples.SampleText;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.junit.jupiter.api.Test;

class OfficeTest {

    @Test
    void a_word_document_has_footnotes_tables_and_properties() throws IOException {
        ExtractedDocument document = ExtractedDocument.of(wordDocument(), "application/msword");

        assertThat(document.passages())
                .containsExactly(
                        "p-1: The parties meet in the harbour.1 They agree there.",
                        "p-2: A literal [1] stays.",
                        "tr-1: Town Ships",
                        "tr-2: Harlingen 12",
                        "fn-1: 1 Or in the town hall.");
        assertThat(document.read().description().author()).hasValue("A. Keeper");
    }

    private static byte[] wordDocument() throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setCreator("A. Keeper");
            document.createFootnotes();
            var note = document.createFootnote();
            note.createParagraph().createRun().setText("Or in the town hall.");
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("The parties meet in the harbour.");
            paragraph.addFootnoteReference(note);
            paragraph.createRun().setText(" They agree there.");
            document.createParagraph().createRun().setText("A literal [1] stays.");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Town");
            table.getRow(0).getCell(1).setText("Ships");
            table.getRow(1).getCell(0).setText("Harlingen");
            table.getRow(1).getCell(1).setText("12");
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void notes_of_a_word_document_have_the_numbers_of_their_references() {
        byte[] docx = SampleFiles.docx(
                "<w:p>%s%s%s%s</w:p><w:p>%s%s%s%s%s</w:p>"
                        .formatted(
                                run("The parties meet."),
                                reference("footnote", 7),
                                run(" They agree"),
                                reference("footnote", 2) + run("."),
                                run("They row"),
                                "<w:del>" + reference("footnote", 3) + "</w:del>",
                                "<w:r><w:commentReference w:id=\"0\"/></w:r>",
                                reference("endnote", 2),
                                run(" in 1903.")),
                Map.of(
                        "footnotes",
                        note("footnote", -1, " w:type=\"separator\"", "<w:r><w:separator/></w:r>")
                                + note("footnote", 2, "", run("The second"), run("goes on."))
                                + note("footnote", 3, "", run("Deleted with its reference."))
                                + note("footnote", 7, "", run("The first."), run("In two paragraphs.")),
                        "endnotes",
                        note("endnote", 2, "", run("At the end.")),
                        "comments",
                        note("comment", 0, "", run("Is this right?"))));

        assertThat(ExtractedDocument.of(docx, "").passages())
                .containsExactly(
                        "p-1: The parties meet.1 They agree2.",
                        "p-2: They row1 in 1903.",
                        "fn-1: 1 The first. In two paragraphs.",
                        "fn-2: 2 The second goes on.",
                        "fn-1~2: 1 At the end.");
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>".formatted(text);
    }

    private static String reference(String kind, int id) {
        return "<w:r><w:%sReference w:id=\"%d\"/></w:r>".formatted(kind, id);
    }

    private static String note(String kind, int id, String attributes, String... paragraphs) {
        return "<w:%1$s w:id=\"%2$d\"%3$s><w:p>%4$s</w:p></w:%1$s>"
                .formatted(kind, id, attributes, String.join("</w:p><w:p>", paragraphs));
    }

    @Test
    void lists_of_an_open_document_have_their_printed_numbers() {
        String styles = "<text:list-style style:name=\"L1\">"
                + "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
                + "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\"/>"
                + "<text:list-level-style-number text:level=\"3\" style:num-format=\"i\" text:display-levels=\"3\"/>"
                + "</text:list-style><text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\"/>"
                + "</text:list-style>";
        byte[] odt = SampleFiles.odt(
                styles,
                list(
                                "text:style-name=\"L1\"",
                                item("One."),
                                item("Two:</text:p>"
                                        + list(
                                                "",
                                                item("A"),
                                                item("B:</text:p>" + list("", item("Deep")) + "<text:p>after"))
                                        + "<text:p>More."))
                        + "<text:p>Between.</text:p>"
                        + list("text:style-name=\"L1\" text:continue-numbering=\"true\"", item("Three."))
                        + list("text:style-name=\"L1\"", item("New."))
                        + list("text:style-name=\"L2\"", item("Bullet.")));

        assertThat(ExtractedDocument.of(odt, "").passages())
                .containsExactly(
                        "li-1: 1. One.",
                        "li-2: 2. Two:",
                        "li-3: a) A",
                        "li-4: b) B:",
                        "li-5: 2.b.i Deep",
                        "li-6: after",
                        "li-7: More.",
                        "p-1: Between.",
                        "li-8: 3. Three.",
                        "li-9: 1. New.",
                        "li-10: Bullet.");
    }

    private static String list(String attributes, String... items) {
        return "<text:list %s>%s</text:list>".formatted(attributes, String.join("", items));
    }

    private static String item(String content) {
        return "<text:list-item><text:p>%s</text:p></text:list-item>".formatted(content);
    }

    @Test
    void deleted_words_and_comments_of_an_open_document_are_not_its_text() {
        byte[] odt = SampleFiles.odt(
                "<text:tracked-changes><text:changed-region><text:deletion>"
                        + "<text:p>Words that were deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                        + "<text:p>The parties<office:annotation><text:p>All of them?</text:p></office:annotation> agree.</text:p>");

        assertThat(ExtractedDocument.of(odt, "").passages()).containsExactly("p-1: The parties agree.");
    }

    @Test
    void rich_text_has_footnotes_and_the_numbers_of_its_lists() {
        byte[] rtf = ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}"
                        + "\\pard The parties\\chftn{\\footnote\\pard\\plain {\\super\\chftn} In the harbour.\\par Or not.} agree.{\\*"
                        + "\\annotation Is this right?}\\par"
                        + "{\\listtext\\f0 1.\\tab}\\ls1 Each pays.\\par{\\listtext\\f0 (b)\\tab}\\ls1 Each rows.\\par"
                        + "\\pard{\\listtext\\f0 \\'b7\\tab}\\ls2 Salt.\\par}")
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(ExtractedDocument.of(rtf, "").passages())
                .containsExactly(
                        "p-1: The parties1 agree.",
                        "li-1: 1. Each pays.",
                        "li-2: (b) Each rows.",
                        "li-3: Salt.",
                        "fn-1: 1 In the harbour. Or not.");
    }

    @Test
    void footnotes_of_an_open_document_do_not_cut_their_paragraph() {
        byte[] odt = SampleFiles.odt("<text:h>Head</text:h><text:p>The parties meet"
                + "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
                + "<text:note-body><text:p>In the harbour.</text:p></text:note-body></text:note> and agree.</text:p>");

        assertThat(ExtractedDocument.of(odt, "").passages())
                .containsExactly("h-1: Head", "p-1: The parties meet1 and agree.", "fn-1: 1 In the harbour.");
    }

    @Test
    void rich_text_says_its_charset() {
        byte[] rtf =
                "{\\rtf1\\ansi\\ansicpg1251\\pard \\'d1\\'f2\\'ee\\'f0\\'ee\\'ed\\'fb \\u1057?\\u1086?\\u1102?\\u1079?.\\par}"
                        .getBytes(StandardCharsets.US_ASCII);

        assertThat(ExtractedDocument.of(rtf, "").read().text()).isEqualTo("Стороны Союз.");
    }

    @Test
    void the_title_of_a_book_is_not_that_of_its_first_chapter() {
        byte[] book = SampleFiles.epub(
                "<dc:title>Charter of the Coast</dc:title>", "<h1>First chapter</h1><p>It begins.</p>");

        ExtractionOutcome.Read read = ExtractedDocument.of(book, "").read();

        assertThat(read.description().title()).hasValue("Charter of the Coast");
        assertThat(read.description().type()).hasValue("charter");
        assertThat(ExtractedDocument.of(SampleFiles.epub("<h1>Only chapter</h1>"), "")
                        .read()
                        .description()
                        .title())
                .hasValue("Only chapter");
    }

    @Test
    void a_book_without_words_has_no_text() {
        byte[] book = SampleFiles.epub(new SampleText(List.of()));

        assertThat(ExtractedDocument.outcome(book, "", ExtractedDocument.LIMITS).status())
                .isEqualTo(ExtractionStatus.NO_TEXT);
    }
}

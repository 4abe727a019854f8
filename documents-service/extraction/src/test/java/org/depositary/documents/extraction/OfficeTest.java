package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                        "fn-1: Or in the town hall.");
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
    void a_book_without_words_has_no_text() {
        byte[] book = SampleFiles.epub(new SampleText(List.of()));

        assertThat(ExtractedDocument.outcome(book, "", ExtractedDocument.LIMITS).status())
                .isEqualTo(ExtractionStatus.NO_TEXT);
    }
}

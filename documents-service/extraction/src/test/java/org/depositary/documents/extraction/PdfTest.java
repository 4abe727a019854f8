package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.PageBox;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);
    private static final String LINE = "the ships of the union carry salt and grain between the towns of the coast";

    /** A line of a page: its text, its font size and its distance from the top. */
    private record Line(String text, float size, float y) {}

    @Test
    void a_paragraph_goes_on_across_pages_and_footnotes() throws IOException {
        ExtractedDocument document = read(
                List.of(
                        new Line("One: " + LINE, 11, 100),
                        new Line(LINE, 11, 114),
                        new Line("1 The first note.", 8, 700),
                        new Line("1", 9, 780)),
                List.of(
                        new Line(LINE, 11, 100),
                        new Line("and it ends here.", 11, 114),
                        new Line("Two: " + LINE, 11, 140),
                        new Line("and ends too.", 11, 154),
                        new Line("2 The second note.", 8, 700),
                        new Line("2", 9, 780)));

        assertThat(document.passages())
                .containsExactly(
                        "p-1: One: %1$s %1$s %1$s and it ends here.".formatted(LINE),
                        "p-2: Two: %s and ends too.".formatted(LINE),
                        "fn-1: 1 The first note.",
                        "fn-2: 2 The second note.");
        assertThat(document.read().pages()).hasValue(2);
        assertThat(document.read().passages().get(1).page()).hasValue(2);
    }

    @Test
    void larger_type_is_a_heading() throws IOException {
        ExtractedDocument document = read(List.of(
                new Line("Charter of the Coast", 18, 80),
                new Line("One: " + LINE, 11, 120),
                new Line("and it ends here.", 11, 134)));

        assertThat(document.passages()).first().isEqualTo("h-1: Charter of the Coast");
        assertThat(document.read().description().title()).hasValue("Charter of the Coast");
        assertThat(document.read().description().type()).hasValue("charter");
    }

    @Test
    void a_hyphen_at_the_end_of_a_line_gets_no_space() throws IOException {
        ExtractedDocument document = read(List.of(
                new Line("One: " + LINE + " under the vice-", 11, 100), new Line("president of the union.", 11, 114)));

        assertThat(document.read().text()).contains("the vice-president of the union.");
    }

    @Test
    void a_hyphen_at_the_end_of_a_line_is_repaired_only_there() throws IOException {
        ExtractedDocument document = read(List.of(
                new Line("One: " + LINE + " under the organi-", 11, 100),
                new Line("sation of the union, or the organi-sation.", 11, 114)));

        assertThat(document.edits()).isEmpty();

        document = read(List.of(
                new Line("One: " + LINE + " under the organi-", 11, 100), new Line("sation of the union.", 11, 114)));

        assertThat(document.repairedText()).contains("the organisation of the union.");
    }

    @Test
    void a_passage_has_its_box_on_its_first_page() throws IOException {
        ExtractedDocument document = read(
                List.of(new Line("One: " + LINE, 11, 100), new Line(LINE, 11, 114)),
                List.of(new Line("and it ends here.", 11, 100)));

        Passage passage = document.read().passages().getFirst();
        PageBox box = passage.box().orElseThrow();
        assertThat(document.read().passages()).hasSize(1);
        assertThat(passage.page()).hasValue(1);
        assertThat(box.x()).isCloseTo(72, within(0.5));
        assertThat(box.y()).isBetween(88.0, 93.0);
        assertThat(box.y() + box.height()).isBetween(115.0, 119.0);
        assertThat(box.width()).isCloseTo(FONT.getStringWidth("One: " + LINE) / 1000 * 11, within(1.0));
    }

    @Test
    void page_numbers_that_count_up_are_labels() throws IOException {
        assertThat(labels(read(numbered("211"), numbered("212"), numbered("213"))))
                .containsExactly("211", "212", "213");
        assertThat(labels(read(numbered("ix"), numbered("x"), numbered("1"), numbered("2"))))
                .containsExactly("ix", "x", "1", "2");
        assertThat(labels(read(numbered("3"), numbered("14"), numbered("7")))).isEmpty();
    }

    @Test
    void the_labels_of_the_file_have_priority() throws IOException {
        byte[] printed = print(false, List.of(numbered("7"), numbered("8"), numbered("9")));
        assertThat(labels(ExtractedDocument.of(labelled(printed, 2), ""))).containsExactly("i", "ii", "A-1");
        // These labels only count the pages.
        assertThat(labels(ExtractedDocument.of(labelled(printed, 0), ""))).containsExactly("7", "8", "9");
    }

    @Test
    void labels_without_end_are_ignored() throws IOException {
        byte[] printed = print(false, List.of(numbered("Page 1"), numbered("Page 2")));

        assertThat(labels(ExtractedDocument.of(labelled(printed, 2_000_000_000), "")))
                .containsExactly("1", "2");
    }

    private static List<String> labels(ExtractedDocument document) {
        return document.read().passages().stream()
                .flatMap(passage -> passage.pageLabel().stream())
                .toList();
    }

    /** Returns a page with its number at the foot. Its first line differs from those of other pages. */
    private static List<Line> numbered(String number) {
        String word = number.codePoints()
                .mapToObj(c -> Character.toString('a' + c % 26))
                .collect(Collectors.joining());
        return List.of(
                new Line("Page " + word + ": " + LINE, 11, 100),
                new Line("and it ends here.", 11, 114),
                new Line(number, 9, 760));
    }

    /** Adds page labels: Roman numbers, and from a page on a prefix and numbers. Page 0 stands for plain numbers. */
    private static byte[] labelled(byte[] pdf, int second) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            var labels = new PDPageLabels(document);
            var first = new PDPageLabelRange();
            first.setStyle(second == 0 ? PDPageLabelRange.STYLE_DECIMAL : PDPageLabelRange.STYLE_ROMAN_LOWER);
            labels.setLabelItem(0, first);
            if (second > 0) {
                var next = new PDPageLabelRange();
                next.setStyle(PDPageLabelRange.STYLE_DECIMAL);
                next.setPrefix("A-");
                labels.setLabelItem(second, next);
            }
            document.getDocumentCatalog().setPageLabels(labels);
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_text_says_what_extracted_it() throws IOException {
        assertThat(read(numbered("1")).read().tool()).matches("depositary \\d+; pdfbox 3\\..*");
        assertThat(ExtractedDocument.ofText("A text.").read().tool()).matches("depositary \\d+");
        assertThat(ExtractedDocument.ofHtml("<p>A text.").read().tool()).matches("depositary \\d+; jsoup 1\\..*");
    }

    @Test
    void a_scan_has_no_text() throws IOException {
        ExtractionOutcome outcome = ExtractedDocument.outcome(
                print(true, List.of(List.of(new Line("Scanned", 6, 800)))),
                "application/pdf",
                ExtractedDocument.LIMITS);

        assertThat(outcome.status()).isEqualTo(ExtractionStatus.NO_TEXT);
        assertThat(outcome.problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no text layer"));
    }

    @SafeVarargs
    private static ExtractedDocument read(List<Line>... pages) throws IOException {
        return ExtractedDocument.of(print(false, List.of(pages)), "application/pdf");
    }

    private static byte[] print(boolean scanned, List<List<Line>> pages) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (List<Line> lines : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    if (scanned) {
                        var image = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY);
                        content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 600, 800);
                    }
                    for (Line line : lines) {
                        content.beginText();
                        content.setFont(FONT, line.size());
                        content.newLineAtOffset(72, page.getMediaBox().getHeight() - line.y());
                        content.showText(line.text());
                        content.endText();
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}

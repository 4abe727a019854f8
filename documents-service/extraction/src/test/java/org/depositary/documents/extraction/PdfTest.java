package org.depositary.documents.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.PageBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfTest {

    private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);
    private static final String LINE = "the ships of the union carry salt and grain between the towns of the coast";

    /** A line of a page: its text, its font size and its distance from the left and from the top. */
    private record Line(String text, float size, float x, float y) {
        Line(String text, float size, float y) {
            this(text, size, 72, y);
        }
    }

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
    void raised_and_lowered_characters_belong_to_their_line() throws IOException {
        ExtractedDocument document = read(List.of(
                new Line("The parties of the coast agree as follows.", 11, 72, 100),
                new Line("1", 7, 72 + width("The parties of the coast agree as follows.", 11), 93.4f),
                new Line("They drink H", 11, 72, 114),
                new Line("2", 7, 72 + width("They drink H", 11), 117.5f),
                new Line("O and nothing else.", 11, 72 + width("They drink H", 11) + width("2", 7), 114),
                new Line("1", 6, 72, 694.5f),
                new Line("See the first note.", 9, 77, 700)));

        assertThat(document.passages())
                .containsExactly(
                        "p-1: The parties of the coast agree as follows.1 They drink H2O and nothing else.",
                        "fn-1: 1 See the first note.");
    }

    private static float width(String text, float size) throws IOException {
        return FONT.getStringWidth(text) / 1000 * size;
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

    private static final String STAMP = "Downloaded from the archive of the coast on 9 July 2003";

    @ParameterizedTest
    @EnumSource
    void a_scan_has_no_text_however_its_picture_is_shown(Picture picture) throws IOException {
        Line stamp = new Line(STAMP, 8, 780);

        assertThat(status(picture, List.of(stamp))).isEqualTo(ExtractionStatus.NO_TEXT);
        assertThat(status(picture, List.of(new Line(STAMP, 8, 400)), 3)).isEqualTo(ExtractionStatus.NO_TEXT);
        assertThat(status(picture, List.of(new Line(LINE, 11, 400), stamp))).isEqualTo(ExtractionStatus.OK);
    }

    @Test
    void a_picture_that_the_page_does_not_show_is_not_a_scan() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            page.setResources(new PDResources());
            page.getResources().add(picture(document));
            try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                print(List.of(new Line("Annex 2", 11, 100)), page, content);
            }

            assertThat(status(document)).isEqualTo(ExtractionStatus.OK);
        }
    }

    @Test
    void a_small_picture_does_not_make_a_page_a_scan() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(picture(document), 0, 700, 100, 80);
                print(List.of(new Line("Annex 2", 11, 200)), page, content);
            }

            assertThat(status(document)).isEqualTo(ExtractionStatus.OK);
        }
    }

    /** How a page shows its picture. */
    private enum Picture {
        OBJECT,
        STRIPS,
        FORM,
        INLINE
    }

    private static ExtractionStatus status(Picture picture, List<Line> lines) throws IOException {
        return status(picture, lines, 1);
    }

    private static ExtractionStatus status(Picture picture, List<Line> lines, int pages) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    show(picture, document, content);
                    print(lines, page, content);
                }
            }
            return status(document);
        }
    }

    private static void show(Picture picture, PDDocument document, PDPageContentStream content) throws IOException {
        switch (picture) {
            case OBJECT -> content.drawImage(picture(document), 0, 0, 600, 780);
            case STRIPS -> {
                for (int y = 0; y < 780; y += 78) {
                    content.drawImage(picture(document), 0, y, 600, 78);
                }
            }
            case FORM -> {
                var form = new PDFormXObject(document);
                form.setBBox(new PDRectangle(612, 792));
                form.setResources(new PDResources());
                COSName name = form.getResources().add(picture(document));
                try (var out = form.getStream().createOutputStream()) {
                    out.write("q 600 0 0 780 0 0 cm /%s Do Q"
                            .formatted(name.getName())
                            .getBytes(US_ASCII));
                }
                content.drawForm(form);
            }
            case INLINE ->
                content.drawImage(new PDInlineImage(inline(), new byte[] {0}, new PDResources()), 0, 0, 600, 780);
        }
    }

    private static COSDictionary inline() {
        var parameters = new COSDictionary();
        parameters.setInt(COSName.W, 1);
        parameters.setInt(COSName.H, 1);
        parameters.setInt(COSName.BPC, 8);
        parameters.setItem(COSName.CS, COSName.G);
        return parameters;
    }

    private static PDImageXObject picture(PDDocument document) throws IOException {
        return LosslessFactory.createFromImage(document, new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY));
    }

    private static ExtractionStatus status(PDDocument document) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            document.save(out);
            return ExtractedDocument.outcome(out.toByteArray(), "", ExtractedDocument.LIMITS)
                    .status();
        }
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
                    print(lines, page, content);
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void print(List<Line> lines, PDPage page, PDPageContentStream content) throws IOException {
        for (Line line : lines) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), line.size());
            content.newLineAtOffset(line.x(), page.getMediaBox().getHeight() - line.y());
            content.showText(line.text());
            content.endText();
        }
    }
}

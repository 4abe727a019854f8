package org.depositary.documents.extraction.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.metadata.MetadataSource;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionFailure;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.TextLines;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;
import org.depositary.documents.extraction.text.BlockKindDetection;

/** Collects the lines of a PDF file page by page, and the pages that have no text. */
final class PdfText {

    /** A page with a picture and fewer letters than this is a scan, perhaps with a stamp of the scanning program. */
    private static final int FEW_LETTERS = 25;

    /** A logo or a photograph covers less of a page than this, and the picture of a page more. */
    private static final double LEAST_SHARE = 0.3;

    /** A picture of a whole page covers at least this share of it. Then longer stamps do not count as its text. */
    private static final double WHOLE_PAGE = 0.6;

    private static final String NO_TEXT_LAYER =
            "The file has no text layer: its pages are images. Recognise the text (OCR) and send that file.";

    private final PDDocumentInformation information;
    private final PdfPageLabels labels;
    private final List<PdfLine> lines = new ArrayList<>();
    private final Map<Integer, List<PdfLine>> overPictures = new LinkedHashMap<>();
    private final List<Integer> damaged = new ArrayList<>();
    private int pages;

    PdfText(PDDocumentInformation information, PdfPageLabels labels) {
        this.information = information;
        this.labels = labels;
    }

    void add(int page, List<PdfLine> more, PdfPictures pictures) {
        pages = page;
        if (pictures.share() >= WHOLE_PAGE) {
            overPictures.put(
                    page, more.stream().filter(line -> !pictures.isStamp(line)).toList());
        } else if (pictures.share() >= LEAST_SHARE) {
            overPictures.put(page, more);
        }
        lines.addAll(more);
    }

    /** Returns the pages that are pictures without a text layer. A stamp that repeats on other pages is no such layer. */
    private List<Integer> images() {
        Map<String, Long> repeated = overPictures.values().stream()
                .flatMap(over -> over.stream().map(PdfPageFurniture::pattern).distinct())
                .collect(Collectors.groupingBy(pattern -> pattern, Collectors.counting()));
        int enough = Math.max(PdfPageFurniture.REPEATS, overPictures.size() / 3);
        return overPictures.entrySet().stream()
                .filter(page -> letters(page.getValue().stream()
                                .filter(line -> repeated.get(PdfPageFurniture.pattern(line)) < enough)
                                .toList())
                        < FEW_LETTERS)
                .map(Map.Entry::getKey)
                .toList();
    }

    void addDamaged(int page) {
        damaged.add(page);
    }

    ExtractedStructure structure() {
        return structure(Optional.empty());
    }

    /**
     * Returns the text that was read.
     *
     * @param failure the reason why reading stopped early; it is thrown if there is no text
     * @throws UnreadableDocumentException if the document has no text layer
     */
    ExtractedStructure structure(Optional<ExtractionFailure> failure) {
        List<Integer> images = images();
        if (lines.isEmpty() || images.size() == pages) {
            throw failure.map(ExtractionFailure::exception).orElseGet(() -> withoutText(images));
        }
        var blocks = PdfBlockBuilder.of(List.copyOf(lines), labels);
        var marked = BlockKindDetection.mark(blocks.text(), blocks.blocks(), blocks.hasHeadings());
        var structure = new ExtractedStructure(
                blocks.text(),
                marked.blocks(),
                withFileProperties(marked.description()),
                Optional.empty(),
                OptionalInt.of(pages),
                problem(images));
        return failure.map(it -> structure.endingEarly(it.reason())).orElse(structure);
    }

    private UnreadableDocumentException withoutText(List<Integer> images) {
        if (!damaged.isEmpty()) {
            return new UnreadableDocumentException(
                    ExtractionStatus.CORRUPT, "The file is damaged: no page is readable.");
        }
        return new UnreadableDocumentException(
                ExtractionStatus.NO_TEXT, images.isEmpty() ? "The document contains no text." : NO_TEXT_LAYER);
    }

    private Optional<String> problem(List<Integer> images) {
        List<String> problems = new ArrayList<>();
        if (!images.isEmpty()) {
            problems.add("%s without a text layer.".formatted(listed(images, "is an image", "are images")));
        }
        if (!damaged.isEmpty()) {
            problems.add("%s.".formatted(listed(damaged, "is damaged", "are damaged")));
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
    }

    private static String listed(List<Integer> pages, String one, String several) {
        return pages.size() == 1
                ? "Page %d %s".formatted(pages.getFirst(), one)
                : "%d pages (the first is page %d) %s".formatted(pages.size(), pages.getFirst(), several);
    }

    /** The properties of the file complete what its text says. Their date is that of the file, so it is not used. */
    private ExtractedMetadata withFileProperties(ExtractedMetadata inText) {
        return inText.and(Stream.of(
                        property(MetadataField.TITLE, information.getTitle()),
                        property(MetadataField.AUTHOR, information.getAuthor()))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<MetadataReading> property(MetadataField field, String value) {
        return MetadataReading.outside(field, field(value), MetadataSource.FILE_PROPERTY);
    }

    private static Optional<String> field(String value) {
        return Optional.ofNullable(value).flatMap(TextLines::asField);
    }

    private static long letters(List<PdfLine> lines) {
        return lines.stream()
                .flatMapToInt(line -> line.text().codePoints())
                .filter(Character::isLetter)
                .count();
    }
}

package org.depositary.documents.extraction.office;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.depositary.documents.extraction.html.HtmlBlocks;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.metadata.MetadataSource;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.ExtractionFailure;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.TextLines;
import org.depositary.documents.extraction.text.BlockKindDetection;

/** The text that the parser of an office file has written so far, with the properties of the file. */
record OfficeText(OfficePageWriter page, Metadata metadata, ExtractionInput source) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    ExtractedStructure structure() {
        return structure(Optional.empty());
    }

    /**
     * Returns the text that was read.
     *
     * @param failure the reason why reading stopped early. If there is text, it becomes its problem; otherwise it is thrown
     */
    ExtractedStructure structure(Optional<ExtractionFailure> failure) {
        ExtractionDeadline deadline = failure.isPresent() ? source.deadline().toFinish() : source.deadline();
        HtmlBlocks blocks = HtmlBlocks.of(page.html(), deadline);
        if (blocks.blocks().isEmpty() && failure.isPresent()) {
            throw failure.get().exception();
        }
        var marked = BlockKindDetection.mark(blocks.text(), blocks.blocks(), page.hasHeadings());
        var structure = new ExtractedStructure(
                blocks.text(),
                marked.blocks(),
                withFileProperties(marked.description()),
                language(),
                OptionalInt.empty(),
                Optional.empty());
        return failure.map(it -> structure.endingEarly(it.reason())).orElse(structure);
    }

    /** The properties of the file complete what its text says. Their date is that of the file, so it is not used. */
    private ExtractedMetadata withFileProperties(ExtractedMetadata inText) {
        Optional<MetadataReading> title = property(MetadataField.TITLE, TikaCoreProperties.TITLE.getName());
        boolean heading = Optional.ofNullable(inText.origins().get(MetadataField.TITLE))
                .filter(reading -> reading.source() == MetadataSource.HEADING)
                .isPresent();
        // The first heading of a book is that of a chapter.
        ExtractedMetadata titled = source.kind() == FileKind.EPUB && heading && title.isPresent()
                ? ExtractedMetadata.of(List.of(title)).withType().and(inText.readings())
                : inText;
        return titled.and(Stream.of(
                        title,
                        property(MetadataField.AUTHOR, TikaCoreProperties.CREATOR.getName()),
                        property(MetadataField.PUBLISHER, TikaCoreProperties.PUBLISHER.getName()),
                        MetadataReading.outside(MetadataField.LANGUAGE, language(), MetadataSource.FILE_PROPERTY))
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<MetadataReading> property(MetadataField field, String name) {
        return MetadataReading.outside(field, field(name), MetadataSource.FILE_PROPERTY);
    }

    /** The language in the properties of the file, without its region. Some programs write a name instead of a tag. */
    private Optional<String> language() {
        return field(TikaCoreProperties.LANGUAGE.getName())
                .map(tag -> tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(language -> LANGUAGE.matcher(language).matches());
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(metadata.get(name)).flatMap(TextLines::asField);
    }
}

package org.depositary.documents.extraction.metadata;

import static org.depositary.documents.extraction.metadata.MetadataField.DATE;
import static org.depositary.documents.extraction.metadata.MetadataField.PLACE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The metadata in the document itself. For each field the first value counts, with two exceptions: the date and the
 * place. A header line or a {@code meta} element often has the date of a web page. If the text itself states another
 * date or place, the value in the text counts, and both are a conflict.
 *
 * @param readings every value, with the place where it was read; for each field the preferred sources come first
 */
public record ExtractedMetadata(List<MetadataReading> readings) {

    /** The number of signatories that are kept. */
    private static final int MOST_SIGNATORIES = 200;

    public static ExtractedMetadata of(List<Optional<MetadataReading>> readings) {
        return new ExtractedMetadata(readings.stream().flatMap(Optional::stream).toList());
    }

    public Optional<String> title() {
        return value(MetadataField.TITLE);
    }

    public Optional<String> author() {
        return value(MetadataField.AUTHOR);
    }

    /** Returns the date of the document, EDTF. */
    public Optional<String> date() {
        return value(DATE);
    }

    public Optional<String> place() {
        return value(PLACE);
    }

    public Optional<String> publisher() {
        return value(MetadataField.PUBLISHER);
    }

    /** Returns the type that the title names, such as {@code declaration}. */
    public Optional<String> type() {
        return value(MetadataField.TYPE);
    }

    /** Returns the signatories as printed, without duplicates. */
    public List<String> signatories() {
        return of(MetadataField.SIGNATORIES)
                .map(MetadataReading::value)
                .distinct()
                .limit(MOST_SIGNATORIES)
                .toList();
    }

    /** Returns the value that counts for each field, with the place where it was read. */
    public Map<MetadataField, MetadataReading> origins() {
        Map<MetadataField, MetadataReading> origins = new LinkedHashMap<>();
        for (MetadataField field : MetadataField.values()) {
            reading(field).ifPresent(it -> origins.put(field, it));
        }
        return origins;
    }

    /** Returns the fields with different values in different places. The value that counts comes first. */
    public Map<MetadataField, List<MetadataReading>> conflicts() {
        Map<MetadataField, List<MetadataReading>> conflicts = new LinkedHashMap<>();
        for (MetadataField field : List.of(DATE, PLACE)) {
            List<MetadataReading> different = different(field);
            if (different.size() > 1) {
                conflicts.put(field, different);
            }
        }
        return conflicts;
    }

    /** Returns this metadata with more readings. They come after the ones of this metadata. */
    public ExtractedMetadata and(List<MetadataReading> more) {
        return new ExtractedMetadata(
                Stream.concat(readings.stream(), more.stream()).toList());
    }

    /** Returns this metadata with the language that was detected in the text. It counts before a declared one. */
    public ExtractedMetadata withDetected(String language) {
        return new ExtractedMetadata(List.of(new MetadataReading(
                        MetadataField.LANGUAGE, language, MetadataSource.TEXT, OptionalInt.empty())))
                .and(readings);
    }

    /** Returns this metadata with the document type that its title names. */
    public ExtractedMetadata withType() {
        return reading(MetadataField.TITLE)
                .flatMap(title -> DocumentTypeDetection.in(title.value())
                        .map(type -> and(List.of(title.with(MetadataField.TYPE, type)))))
                .orElse(this);
    }

    private Optional<String> value(MetadataField field) {
        return reading(field).map(MetadataReading::value);
    }

    private Optional<MetadataReading> reading(MetadataField field) {
        Optional<MetadataReading> first = of(field).findFirst();
        if (field != DATE && field != PLACE) {
            return first;
        }
        Optional<MetadataReading> inText =
                of(field).filter(it -> it.source().isText()).findFirst();
        return inText.filter(
                        own -> !MetadataValues.agree(field, first.orElseThrow().value(), own.value())
                                || MetadataValues.isMorePrecise(
                                        field, own.value(), first.orElseThrow().value()))
                .or(() -> first);
    }

    private List<MetadataReading> different(MetadataField field) {
        List<MetadataReading> different = new ArrayList<>();
        Stream.concat(reading(field).stream(), of(field))
                .filter(it ->
                        different.stream().noneMatch(other -> MetadataValues.agree(field, other.value(), it.value())))
                .forEach(different::add);
        return different;
    }

    private Stream<MetadataReading> of(MetadataField field) {
        return readings.stream().filter(it -> it.field() == field);
    }
}

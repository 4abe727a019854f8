package org.depositary.documents.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.documents.domain.DocumentMetadata;
import org.depositary.documents.domain.MetadataConflict;
import org.depositary.documents.domain.MetadataOrigin;
import org.depositary.documents.extraction.ExtractionOutcome.Read;
import org.depositary.documents.extraction.metadata.MetadataReading;

/** Converts the metadata of an extraction to the metadata of events. Offsets in the text become anchors. */
final class MetadataConversion {

    private MetadataConversion() {}

    static DocumentMetadata metadata(Read read) {
        var metadata = read.description();
        return new DocumentMetadata(
                metadata.title(),
                metadata.author(),
                metadata.date(),
                metadata.place(),
                metadata.publisher(),
                metadata.type(),
                read.language(),
                Optional.of(metadata.signatories()).filter(it -> !it.isEmpty()));
    }

    static Map<String, MetadataOrigin> origins(Read read) {
        var origins = new LinkedHashMap<String, MetadataOrigin>();
        read.description()
                .origins()
                .forEach((field, reading) -> origins.put(
                        field.label(), new MetadataOrigin(reading.source().label(), anchor(read, reading))));
        return origins;
    }

    static List<MetadataConflict> conflicts(Read read) {
        return read.description().conflicts().entrySet().stream()
                .map(conflict -> new MetadataConflict(
                        conflict.getKey().label(),
                        conflict.getValue().stream()
                                .map(reading -> new MetadataConflict.Value(
                                        reading.value(), reading.source().label(), anchor(read, reading)))
                                .toList()))
                .toList();
    }

    private static Optional<String> anchor(Read read, MetadataReading reading) {
        return reading.at().stream()
                .boxed()
                .flatMap(at -> read.anchorAt(at).stream())
                .findFirst();
    }
}

package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.read.lists.CompleteList;

/**
 * Writes the places of exercises as a feature collection of GeoJSON (RFC 7946), page by page. The number of exercises
 * without coordinates and the bounding box come last, because they are known only then.
 */
@ApplicationScoped
public class ExerciseGeoJsonWriter {

    private final CompleteList lists;
    private final SnapshotReader snapshots;
    private final ObjectMapper mapper;

    ExerciseGeoJsonWriter(CompleteList lists, SnapshotReader snapshots, ObjectMapper mapper) {
        this.lists = lists;
        this.snapshots = snapshots;
        this.mapper = mapper;
    }

    public void write(ExerciseFilter filter, AsOfPoint asOf, OutputStream to) throws IOException {
        var bounds = new GeoJsonBounds();
        var withoutCoordinates = new int[1];
        // Not closed on failure: the generator would complete the JSON, and the client would take it for the whole.
        var json = mapper.createGenerator(to)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        lists.read(ExerciseReads.EXERCISES, filter, asOf, exercises -> {
            for (var exercise : exercises) {
                var features = GeoJsonFeature.of(exercise, asOf.languages());
                withoutCoordinates[0] += features.isEmpty() ? 1 : 0;
                for (var feature : features) {
                    bounds.add(longitude(feature), latitude(feature));
                    json.writePOJO(feature);
                }
            }
        });
        json.writeEndArray();
        json.writeNumberField("withoutCoordinates", withoutCoordinates[0]);
        var withoutStrength = withoutStrength(filter, asOf);
        if (withoutStrength.isPresent()) {
            json.writeNumberField("withoutStrength", withoutStrength.get());
        }
        if (!bounds.box().isEmpty()) {
            json.writePOJOField("bbox", bounds.box());
        }
        json.writeEndObject();
        json.close();
    }

    private Optional<Long> withoutStrength(ExerciseFilter filter, AsOfPoint asOf) throws IOException {
        try {
            return snapshots.read(asOf, snapshot -> new ExerciseReads(snapshot).withoutStrength(filter));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static double longitude(GeoJsonFeature feature) {
        return feature.geometry().coordinates().getFirst().doubleValue();
    }

    private static double latitude(GeoJsonFeature feature) {
        return feature.geometry().coordinates().getLast().doubleValue();
    }
}

package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a feature collection of points against RFC 7946, section by section. */
final class GeoJsonCheck {

    /** Members that section 7.1 forbids in a feature collection and in a feature. */
    private static final List<String> OF_OTHER_TYPES = List.of("coordinates", "geometries");

    private GeoJsonCheck() {}

    static void assertIsCollectionOfPoints(JsonNode collection) {
        // Sections 1.4 and 3.3
        assertThat(collection.isObject()).isTrue();
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(collection.path("features").isArray()).isTrue();
        assertThat(names(collection))
                .doesNotContain("geometry", "properties")
                .doesNotContainAnyElementsOf(OF_OTHER_TYPES);
        // Section 4: a coordinate reference system must not be named.
        assertThat(names(collection)).doesNotContain("crs");
        var ids = new HashSet<String>();
        collection.path("features").forEach(feature -> {
            assertIsFeature(feature);
            assertThat(ids.add(feature.path("id").asText())).isTrue();
        });
        if (collection.has("bbox")) {
            assertHoldsAll(collection.path("bbox"), collection.path("features"));
        }
    }

    /** Section 3.2 */
    private static void assertIsFeature(JsonNode feature) {
        assertThat(feature.path("type").asText()).isEqualTo("Feature");
        assertThat(feature.path("properties").isObject()).isTrue();
        assertThat(feature.path("id").isTextual()).isTrue();
        assertThat(names(feature)).doesNotContain("features").doesNotContainAnyElementsOf(OF_OTHER_TYPES);
        assertIsPoint(feature.path("geometry"));
    }

    /** Sections 3.1.1 and 3.1.2 */
    private static void assertIsPoint(JsonNode geometry) {
        assertThat(geometry.path("type").asText()).isEqualTo("Point");
        assertThat(names(geometry)).doesNotContain("geometry", "properties", "features");
        var position = geometry.path("coordinates");
        assertThat(position.size()).isEqualTo(2);
        assertThat(position.path(0).isNumber() && position.path(1).isNumber()).isTrue();
        assertThat(position.path(0).asDouble()).isBetween(-180.0, 180.0);
        assertThat(position.path(1).asDouble()).isBetween(-90.0, 90.0);
    }

    /** Section 5: west is greater than east if the box crosses the antimeridian. */
    private static void assertHoldsAll(JsonNode box, JsonNode features) {
        assertThat(box.size()).isEqualTo(4);
        double west = box.path(0).asDouble();
        double east = box.path(2).asDouble();
        assertThat(box.path(1).asDouble()).isLessThanOrEqualTo(box.path(3).asDouble());
        for (var feature : features) {
            double longitude = feature.at("/geometry/coordinates/0").asDouble();
            assertThat(feature.at("/geometry/coordinates/1").asDouble())
                    .isBetween(box.path(1).asDouble(), box.path(3).asDouble());
            assertThat(west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east)
                    .isTrue();
        }
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

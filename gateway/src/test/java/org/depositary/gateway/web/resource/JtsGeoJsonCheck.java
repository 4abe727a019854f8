package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Checks that a reader of another project, JTS, finds the same points in a feature collection and in its box. */
final class JtsGeoJsonCheck {

    private static final int WGS_84 = 4326;
    private static final int CIRCLE = 360;

    private JtsGeoJsonCheck() {}

    static void assertReadsSamePoints(String geoJson, JsonNode collection) throws ParseException {
        var geometry = new GeoJsonReader().read(geoJson);
        var features = collection.path("features");
        assertThat(geometry.isValid()).isTrue();
        assertThat(geometry.getSRID()).isEqualTo(WGS_84);
        assertThat(geometry.getNumGeometries()).isEqualTo(features.size());
        for (int i = 0; i < features.size(); i++) {
            var point = (Point) geometry.getGeometryN(i);
            var position = features.get(i).at("/geometry/coordinates");
            assertThat(point.getX()).isEqualTo(position.path(0).asDouble());
            assertThat(point.getY()).isEqualTo(position.path(1).asDouble());
        }
        if (collection.has("bbox")) {
            assertThat(envelope(geometry, collection.path("bbox"))).isEqualTo(envelope(collection.path("bbox")));
        }
    }

    /** A box across the antimeridian ends east of 180 degrees here, because an envelope knows no other way. */
    private static Envelope envelope(JsonNode box) {
        double west = box.path(0).asDouble();
        double east = box.path(2).asDouble();
        return new Envelope(
                west,
                west <= east ? east : east + CIRCLE,
                box.path(1).asDouble(),
                box.path(3).asDouble());
    }

    /** The envelope of the points, with those west of the box moved around the earth. */
    private static Envelope envelope(Geometry points, JsonNode box) {
        var envelope = new Envelope();
        for (var point : points.getCoordinates()) {
            boolean isMoved = box.path(0).asDouble() > box.path(2).asDouble()
                    && point.x < box.path(0).asDouble();
            envelope.expandToInclude(isMoved ? point.x + CIRCLE : point.x, point.y);
        }
        return envelope;
    }
}

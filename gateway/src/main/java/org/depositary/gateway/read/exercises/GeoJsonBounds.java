package org.depositary.gateway.read.exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The smallest box around points, in the order of GeoJSON (RFC 7946, section 5): west, south, east, north. If all points
 * lie within half of the earth across the 180th meridian, the box crosses it, and west is greater than east.
 */
final class GeoJsonBounds {

    private static final double CIRCLE = 360;
    private static final double HALF_CIRCLE = 180;

    private final TreeSet<Double> longitudes = new TreeSet<>();
    private final TreeSet<Double> latitudes = new TreeSet<>();

    void add(double longitude, double latitude) {
        longitudes.add(longitude);
        latitudes.add(latitude);
    }

    /** Empty if there are no points. */
    List<Double> box() {
        return longitudes.isEmpty()
                ? List.of()
                : crossing().isEmpty() ? box(List.of(longitudes.first(), longitudes.last())) : box(crossing());
    }

    private List<Double> box(List<Double> westAndEast) {
        return List.of(westAndEast.getFirst(), latitudes.first(), westAndEast.getLast(), latitudes.last());
    }

    /** West and east of a box that crosses the 180th meridian. Empty if no such box is needed. */
    private List<Double> crossing() {
        var sorted = new ArrayList<>(longitudes);
        if (sorted.getLast() - sorted.getFirst() <= HALF_CIRCLE) {
            return List.of();
        }
        for (int i = 1; i < sorted.size(); i++) {
            // A gap of half the earth leaves the other half, across the meridian.
            if (CIRCLE - (sorted.get(i) - sorted.get(i - 1)) <= HALF_CIRCLE) {
                return List.of(sorted.get(i), sorted.get(i - 1));
            }
        }
        return List.of();
    }
}

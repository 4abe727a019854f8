package org.depositary.gateway.read.exercises;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A part of the earth's surface, in degrees (WGS 84). If west is greater than east, the box crosses the 180th
 * meridian.
 */
public record BoundingBox(double west, double south, double east, double north) {

    /**
     * Parses {@code west,south,east,north}, the order of GeoJSON (RFC 7946).
     *
     * @throws IllegalArgumentException if the text is not a bounding box; the message is text for the client
     */
    public static BoundingBox parse(String text) {
        try {
            var bounds = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (bounds.length == 4) {
                var box = new BoundingBox(bounds[0], bounds[1], bounds[2], bounds[3]);
                if (box.isOnEarth()) {
                    return box;
                }
            }
        } catch (NumberFormatException notANumber) {
            // The statement after this block throws the error.
        }
        throw new IllegalArgumentException(
                "'%s' is not west,south,east,north in degrees, with south not above north".formatted(text));
    }

    private boolean isOnEarth() {
        return DoubleStream.of(west, east).allMatch(longitude -> Math.abs(longitude) <= 180)
                && DoubleStream.of(south, north).allMatch(latitude -> Math.abs(latitude) <= 90)
                && south <= north;
    }
}

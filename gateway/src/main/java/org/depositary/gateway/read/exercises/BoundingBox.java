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
            if (bounds.length == 4 && DoubleStream.of(bounds).allMatch(bound -> Math.abs(bound) <= 180)) {
                return new BoundingBox(bounds[0], bounds[1], bounds[2], bounds[3]);
            }
        } catch (NumberFormatException notANumber) {
            // The statement after this block throws the error.
        }
        throw new IllegalArgumentException("'%s' is not west,south,east,north in degrees".formatted(text));
    }
}

package org.depositary.gateway.read.exercises;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A part of the earth's surface, in degrees (WGS 84); it crosses the 180th meridian where west is greater than east. */
public record BoundingBox(double west, double south, double east, double north) {

    /**
     * Parses {@code west,south,east,north}, the order of GeoJSON (RFC 7946).
     *
     * @throws IllegalArgumentException with a sentence for the client
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
            // The sentence below says so.
        }
        throw new IllegalArgumentException("'%s' is not west,south,east,north in degrees".formatted(text));
    }
}

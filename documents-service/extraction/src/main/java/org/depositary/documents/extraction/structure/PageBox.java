package org.depositary.documents.extraction.structure;

import java.util.List;

/** A rectangle on a page, in points (1/72 inch). {@code x} and {@code y} count from the top left corner of the page. */
public record PageBox(double x, double y, double width, double height) {

    /** Rounds to a tenth of a point. */
    public static PageBox of(double left, double top, double right, double bottom) {
        double x = round(Math.max(0, left));
        double y = round(Math.max(0, top));
        return new PageBox(x, y, round(Math.max(0, right - x)), round(Math.max(0, bottom - y)));
    }

    private static double round(double points) {
        return Math.round(points * 10) / 10.0;
    }

    /** Returns x, y, width and height, as responses show them. */
    public List<Double> numbers() {
        return List.of(x, y, width, height);
    }
}

package org.depositary.benchmarks;

import java.util.Locale;

/** The target for a ratio or figure. */
public record BenchmarkTarget(Bound bound, double value) {

    /** The kind of target. */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    /** A target for a ratio of rates. */
    public static BenchmarkTarget atLeast(double value) {
        return new BenchmarkTarget(Bound.AT_LEAST, value);
    }

    /** A target for a ratio of times or sizes. */
    public static BenchmarkTarget atMost(double value) {
        return new BenchmarkTarget(Bound.AT_MOST, value);
    }

    /** No target: the figure is for information. */
    public static BenchmarkTarget none() {
        return new BenchmarkTarget(Bound.NONE, Double.NaN);
    }

    /** The target and its result, as text in the table. */
    String judge(double figure) {
        return switch (bound) {
            case AT_LEAST -> "≥ %s %s".formatted(number(), figure >= value ? "holds" : "BELOW");
            case AT_MOST -> "≤ %s %s".formatted(number(), figure <= value ? "holds" : "ABOVE");
            case NONE -> "";
        };
    }

    private String number() {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}

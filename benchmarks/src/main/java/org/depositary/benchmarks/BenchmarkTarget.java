package org.depositary.benchmarks;

import java.util.Locale;

/** What a ratio is expected to be. */
public record BenchmarkTarget(Bound bound, double value) {

    /** Which way is better. */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    /** For a ratio of rates. */
    public static BenchmarkTarget atLeast(double value) {
        return new BenchmarkTarget(Bound.AT_LEAST, value);
    }

    /** For a ratio of times or sizes. */
    public static BenchmarkTarget atMost(double value) {
        return new BenchmarkTarget(Bound.AT_MOST, value);
    }

    /** For a figure that is only to be known. */
    public static BenchmarkTarget none() {
        return new BenchmarkTarget(Bound.NONE, Double.NaN);
    }

    /** As it stands in the table: the bound, and whether the figure keeps it. */
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

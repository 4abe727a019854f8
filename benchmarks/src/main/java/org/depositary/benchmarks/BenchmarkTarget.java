package org.depositary.benchmarks;

import java.util.Locale;

/** The target for a ratio or a measured value. */
public record BenchmarkTarget(Bound bound, double value) {

    /** Whether the measured value must be at least or at most the target. */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    /** Returns a target for a ratio of rates, which must not be smaller. */
    public static BenchmarkTarget atLeast(double value) {
        return new BenchmarkTarget(Bound.AT_LEAST, value);
    }

    /** Returns a target for a ratio of times or sizes, which must not be larger. */
    public static BenchmarkTarget atMost(double value) {
        return new BenchmarkTarget(Bound.AT_MOST, value);
    }

    /** Returns no target, for a value that is reported only for information. */
    public static BenchmarkTarget none() {
        return new BenchmarkTarget(Bound.NONE, Double.NaN);
    }

    /** Returns the target and whether the value meets it, as text for the table. */
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

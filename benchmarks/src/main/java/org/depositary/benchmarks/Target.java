package org.depositary.benchmarks;

/** What a ratio is expected to be. */
public record Target(Bound bound, double value) {

    /** Which way is better. */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    /** For a ratio of rates. */
    public static Target atLeast(double value) {
        return new Target(Bound.AT_LEAST, value);
    }

    /** For a ratio of times or sizes. */
    public static Target atMost(double value) {
        return new Target(Bound.AT_MOST, value);
    }

    /** For a figure that is only to be known. */
    public static Target none() {
        return new Target(Bound.NONE, Double.NaN);
    }

    /** As it stands in the table: the bound, and whether the figure keeps it. */
    String judge(double figure) {
        return switch (bound) {
            case AT_LEAST -> "≥ %.2f %s".formatted(value, figure >= value ? "holds" : "BELOW");
            case AT_MOST -> "≤ %.2f %s".formatted(value, figure <= value ? "holds" : "ABOVE");
            case NONE -> "";
        };
    }
}

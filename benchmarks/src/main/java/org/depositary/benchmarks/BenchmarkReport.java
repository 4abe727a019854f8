package org.depositary.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Collects all results and prints them as a Markdown table for the documentation. */
public final class BenchmarkReport {

    private static final List<String> HEADINGS = List.of("measured", "this", "against", "ratio", "spread", "target");

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Adds a row with two sides and their ratio.
     *
     * @param unit the unit of both medians: {@code /s}
     */
    public void ratio(
            String what, MeasuredRounds rounds, String first, String second, String unit, BenchmarkTarget target) {
        ratio(what, rounds, first, second, unit, rounds.ratio(first, second), target);
    }

    /** Adds a row with two sides and a given ratio, for example to the best of several sides. */
    public void ratio(
            String what,
            MeasuredRounds rounds,
            String first,
            String second,
            String unit,
            MeasuredRounds.Ratio ratio,
            BenchmarkTarget target) {
        rows.add(List.of(
                what,
                side(first, rounds.median(first), unit),
                side(second, rounds.median(second), unit),
                number("%.2f", ratio.median()),
                number("%.2f", ratio.low()) + " to " + number("%.2f", ratio.high()),
                target.judge(ratio.median())));
    }

    /** Adds a row with the median rate of one side. */
    public void rate(String what, MeasuredRounds rounds, String side, BenchmarkTarget target) {
        double median = rounds.median(side);
        rows.add(List.of(what, side(side, median, "/s"), "", "", "", target.judge(median)));
    }

    /** Adds a row with one measured value, as text. */
    public void figure(String what, String figure) {
        rows.add(List.of(what, figure, "", "", "", ""));
    }

    /**
     * Adds a row with one measured value and its target.
     *
     * @param unit the unit, with the space before it if it needs one: {@code " s"}
     */
    public void figure(String what, double figure, String unit, BenchmarkTarget target) {
        var format = figure == Math.rint(figure) ? "%,.0f" : "%,.2f";
        rows.add(List.of(what, number(format, figure) + unit, "", "", "", target.judge(figure)));
    }

    private static String side(String name, double median, String unit) {
        return name + " " + number(median >= 100 ? "%,.0f" : "%,.2f", median) + unit;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    void print(PrintStream out) {
        var widths = IntStream.range(0, HEADINGS.size()).map(this::width).toArray();
        print(out, HEADINGS, widths);
        print(out, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> print(out, row, widths));
    }

    private int width(int column) {
        return Math.max(
                HEADINGS.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private static void print(PrintStream out, List<String> cells, int[] widths) {
        var line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ')
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(" |");
        }
        out.println(line);
    }
}

package org.depositary.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * The measured values of several sides. The sides are measured in turns, round by round, so that a slow phase of the
 * machine affects all of them.
 */
public final class MeasuredRounds {

    /**
     * The ratio of two sides.
     *
     * @param median the median of the ratios of all rounds
     * @param low the smallest ratio of a round
     * @param high the largest ratio of a round
     */
    public record Ratio(double median, double low, double high) {}

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private final int count;

    private MeasuredRounds(List<BenchmarkSide> sides, int count) {
        this.count = count;
        sides.forEach(side -> figures.put(side.name(), new ArrayList<>()));
    }

    static MeasuredRounds measure(
            String what, List<BenchmarkSide> sides, int warmUp, int count, BenchmarkProgress progress)
            throws Exception {
        var rounds = new MeasuredRounds(sides, count);
        for (int round = -warmUp; round < count; round++) {
            progress.round(what, round, count);
            // Every other round runs in reverse order, so that no side always follows the same one.
            for (var side : round % 2 == 0 ? sides : sides.reversed()) {
                var figure = side.turn().measure();
                progress.figure(side.name(), figure);
                if (round >= 0) {
                    rounds.figures.get(side.name()).add(figure);
                }
            }
        }
        return rounds;
    }

    public double median(String side) {
        return median(figures.get(side).stream().mapToDouble(figure -> figure).toArray());
    }

    public Ratio ratio(String first, String second) {
        return ratio(first, List.of(second), Math::max);
    }

    /**
     * Returns the ratio of the first side to the best of the other sides in each round.
     *
     * @param best {@code Math::max} if more is better, {@code Math::min} if less is
     */
    public Ratio ratio(String first, List<String> others, DoubleBinaryOperator best) {
        var ratios = new double[count];
        for (int i = 0; i < count; i++) {
            int round = i;
            var other = others.stream()
                    .mapToDouble(name -> figures.get(name).get(round))
                    .reduce(best)
                    .orElseThrow();
            ratios[i] = figures.get(first).get(i) / other;
        }
        return new Ratio(
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

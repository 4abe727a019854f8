package org.depositary.gateway.projection.exercises;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/**
 * The statuses of an exercise in the order of its life. On a day, the last status whose {@code since} has come counts.
 *
 * @param since the first day of each status. An imprecise date counts from its earliest day, that of a completion from
 *     its latest day. The recorded statuses {@code running} and {@code completed} have the dates of the record. Other
 *     recorded statuses have no date, so they count from {@code -infinity}.
 */
record StatusHistory(List<String> statuses, List<String> since) {

    private static final List<String> ORDER = List.of("announced", "scheduled", "running", "completed", "cancelled");

    private static final Map<String, String> STATUS_AFTER = Map.of(
            "announcement", "announced",
            "schedule", "scheduled",
            "start", "running",
            "completion", "completed",
            "cancellation", "cancelled");

    private record Entry(String status, PartialDate effective, String since) {

        int rank() {
            return ORDER.indexOf(status);
        }
    }

    /** @param steps the standing steps of the exercise */
    static StatusHistory of(FactState exercise, List<FactState> steps) {
        var dated = steps.stream()
                .filter(step -> STATUS_AFTER.containsKey(kind(step)))
                .map(StatusHistory::entry)
                .toList();
        var recorded =
                recorded(exercise).filter(entry -> dated.stream().noneMatch(step -> step.status.equals(entry.status)));
        var entries = Stream.concat(dated.stream(), recorded)
                .sorted(Comparator.comparing(Entry::rank).thenComparing(Entry::effective, PartialDate.IN_TIME))
                .toList();
        return new StatusHistory(
                entries.stream().map(Entry::status).toList(),
                entries.stream().map(Entry::since).toList());
    }

    /** As exercises-service, which derives steps from the status: an exercise that took place was running on its days. */
    private static Stream<Entry> recorded(FactState exercise) {
        var dates = exercise.text("dates")
                .map(Period::parse)
                .orElse(new Period(ExercisePeriod.UNKNOWN, ExercisePeriod.UNKNOWN));
        var running = new Entry(
                "running", dates.start(), DateBound.earliest(dates.start()).text());
        return exercise.text("status").stream().flatMap(status -> switch (status) {
            case "running" -> Stream.of(running);
            case "completed" -> Stream.of(running, new Entry("completed", dates.end(), afterwards(dates)));
            default -> Stream.of(new Entry(status, ExercisePeriod.UNKNOWN, DateBound.ALWAYS.text()));
        });
    }

    /** The day after the last one. If the last day is unknown: the first day. */
    private static String afterwards(Period dates) {
        return dates.end()
                .latest()
                .map(last -> DateBound.of(last.plusDays(1)))
                .orElseGet(() -> DateBound.earliest(dates.start()))
                .text();
    }

    private static Entry entry(FactState step) {
        var effective = step.text("effective").map(PartialDateCache::of).orElse(ExercisePeriod.UNKNOWN);
        var status = STATUS_AFTER.get(kind(step));
        boolean countsFromLatest =
                status.equals("completed") && effective.latest().isPresent();
        var since = countsFromLatest ? DateBound.latest(effective) : DateBound.earliest(effective);
        return new Entry(status, effective, since.text());
    }

    private static String kind(FactState step) {
        return step.text("step").orElse("");
    }
}

package org.depositary.gateway.projection.exercises;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The statuses of an exercise in the order of its life. On a day, the last status whose {@code since} has come counts.
 *
 * @param since the first day of each status. An imprecise date counts from its earliest day, that of a completion from
 *     its latest day. The status in the record of the exercise has no date, so it counts from {@code -infinity}.
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
        var entries = new ArrayList<>(steps.stream()
                .filter(step -> STATUS_AFTER.containsKey(kind(step)))
                .map(StatusHistory::entry)
                .sorted(Comparator.comparing(Entry::rank).thenComparing(Entry::effective, PartialDate.IN_TIME))
                .toList());
        exercise.text("status")
                .filter(status -> entries.stream().noneMatch(entry -> entry.status.equals(status)))
                .ifPresent(status -> insert(entries, status));
        return new StatusHistory(
                entries.stream().map(Entry::status).toList(),
                entries.stream().map(Entry::since).toList());
    }

    private static void insert(List<Entry> entries, String status) {
        var recorded = new Entry(status, ExercisePeriod.UNKNOWN, DateBound.ALWAYS.text());
        int later = 0;
        while (later < entries.size() && entries.get(later).rank() <= recorded.rank()) {
            later++;
        }
        entries.add(later, recorded);
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

package org.depositary.verify.histories.exercises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.exercises.ExercisesState.Statement;
import org.depositary.verify.histories.exercises.ExercisesState.Step;

/** The life of one exercise, by the rules in the README of exercises-service. */
record ModelLifecycle(Statement recorded, List<Step> steps) {

    static final String SCHEDULE = "schedule";

    private static final String START = "start";
    private static final String COMPLETION = "completion";
    private static final String CANCELLATION = "cancellation";

    private static final List<String> ORDER = List.of("announcement", SCHEDULE, START, COMPLETION, CANCELLATION);

    private static final Map<String, String> STATUS_AFTER = Map.of(
            "announcement",
            "announced",
            SCHEDULE,
            "scheduled",
            START,
            "running",
            COMPLETION,
            "completed",
            CANCELLATION,
            "cancelled");

    /** A step that is recorded, or that the status of the record means. */
    private record Happened(String kind, Optional<ModelDate> effective) {

        int place() {
            return ORDER.indexOf(kind);
        }

        boolean isAfter(Happened other) {
            return effective.isPresent()
                    && other.effective.isPresent()
                    && other.effective.get().latest().isBefore(effective.get().earliest());
        }
    }

    static ModelLifecycle of(ExercisesState state, int exercise) {
        return new ModelLifecycle(state.exercises().get(exercise).statement(), state.stepsOf(exercise));
    }

    /** Whether the steps can follow each other. */
    boolean isCoherent() {
        var all = happened();
        boolean isStarted = has(all, START);
        boolean isCompleted = has(all, COMPLETION);
        return all.stream().allMatch(one -> all.stream().allMatch(other -> one == other || canBoth(one, other)))
                && (!isCompleted || isStarted && !has(all, CANCELLATION));
    }

    private static boolean has(List<Happened> all, String kind) {
        return all.stream().anyMatch(step -> step.kind().equals(kind));
    }

    private static boolean canBoth(Happened one, Happened other) {
        return one.place() == other.place()
                ? one.kind().equals(SCHEDULE)
                : !(one.place() < other.place() ? one.isAfter(other) : other.isAfter(one));
    }

    private List<Happened> happened() {
        var all = new ArrayList<>(steps.stream()
                .map(step -> new Happened(step.kind(), Optional.of(step.effective())))
                .toList());
        meant().filter(step -> !has(all, step.kind())).toList().forEach(all::add);
        return all;
    }

    private Stream<Happened> meant() {
        var start = new Happened(START, Optional.of(recorded.dates().start()));
        return switch (recorded.status()) {
            case "running" -> Stream.of(start);
            case "completed" ->
                Stream.of(
                        start,
                        new Happened(COMPLETION, Optional.of(recorded.dates().end())));
            default ->
                STATUS_AFTER.entrySet().stream()
                        .filter(step -> step.getValue().equals(recorded.status()))
                        .map(step -> new Happened(step.getKey(), Optional.empty()));
        };
    }

    /** A status that counts from a day. */
    private record Since(String status, LocalDate day) {}

    /**
     * The last status that has come by the day. A step counts from its earliest day, a completion from its latest day.
     * The status of the record counts if no step says it: an exercise that took place was running from its first day, and
     * completed after its last one. Other statuses have no date.
     */
    Optional<String> statusOn(LocalDate day) {
        var dated = steps.stream()
                .map(step -> new Since(STATUS_AFTER.get(step.kind()), since(step)))
                .toList();
        var others = recordedStatuses()
                .filter(one -> dated.stream().noneMatch(step -> step.status().equals(one.status())));
        return Stream.concat(dated.stream(), others)
                .filter(one -> !one.day().isAfter(day))
                .map(Since::status)
                .max(Comparator.comparingInt(
                        List.of("announced", "scheduled", "running", "completed", "cancelled")::indexOf));
    }

    private Stream<Since> recordedStatuses() {
        var first = recorded.dates().start().earliest();
        var running = new Since("running", first);
        return switch (recorded.status()) {
            case "running" -> Stream.of(running);
            case "completed" -> {
                var last = recorded.dates().end().latest();
                boolean isKnown = recorded.dates().hasKnownEnd();
                yield Stream.of(running, new Since("completed", isKnown ? last.plusDays(1) : first));
            }
            default -> Stream.of(new Since(recorded.status(), LocalDate.MIN));
        };
    }

    private static LocalDate since(Step step) {
        boolean isFromLatest =
                step.kind().equals(COMPLETION) && !step.effective().latest().equals(LocalDate.MAX);
        return isFromLatest ? step.effective().latest() : step.effective().earliest();
    }

    /**
     * The dates: those of the last schedule, unless the record says that the exercise took place. The start and the
     * completion replace the planned days. If the planned end is before the start, the end is unknown. The planned days
     * stay if the actual ones are no period of EDTF.
     */
    ModelPeriod period() {
        boolean tookPlace = List.of("running", "completed").contains(recorded.status());
        var planned = steps.stream()
                .filter(step -> !tookPlace && step.kind().equals(SCHEDULE))
                .reduce((one, other) -> other.effective().compareTo(one.effective()) < 0 ? one : other)
                .flatMap(Step::dates)
                .orElse(recorded.dates());
        var start = actual(START, planned.start());
        var end = actual(COMPLETION, planned.end());
        boolean isLate = end.latest().isBefore(start.earliest());
        boolean isCompleted = steps.stream().anyMatch(step -> step.kind().equals(COMPLETION));
        var actual = isLate && !isCompleted ? ModelPeriod.of(start.edtf() + "/") : new ModelPeriod(start, end);
        return actual.isExpressible() && !(isLate && isCompleted) ? actual : planned;
    }

    /** The day of the step, unless the planned date says the same more precisely. */
    private ModelDate actual(String kind, ModelDate planned) {
        return steps.stream()
                .filter(step -> step.kind().equals(kind))
                .map(Step::effective)
                .findFirst()
                .filter(date -> planned.earliest().isBefore(date.earliest())
                        || planned.latest().isAfter(date.latest()))
                .orElse(planned);
    }
}

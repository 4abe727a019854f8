package org.depositary.exercises.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The steps of one exercise. Steps have one order, and dates must allow it. So facts can be recorded in any order, and
 * an imprecise date conflicts only if no day within its bounds fits.
 *
 * <p>The recorded status of the exercise implies steps: a completed exercise was started and completed. A recorded step
 * of the same kind replaces an implied one.
 */
record Lifecycle(List<Step> steps) {

    /**
     * A recorded or implied step.
     *
     * @param fact the id of the fact that states it
     */
    record Step(String fact, ExerciseStepKind kind, Optional<PartialDate> effective) {}

    /**
     * Two steps that contradict each other.
     *
     * @param because a sentence without a full stop
     */
    record Conflict(Step one, Step other, String because) {}

    /**
     * Returns the steps of an exercise: those in {@code recorded}, and those that its status implies.
     *
     * @param recorded the steps that are facts of their own
     */
    static Lifecycle of(String exerciseId, Exercise exercise, List<Step> recorded) {
        var steps = new ArrayList<>(recorded);
        implied(exerciseId, exercise)
                .filter(step -> recorded.stream().noneMatch(other -> other.kind() == step.kind()))
                .forEach(steps::add);
        return new Lifecycle(steps);
    }

    private static Stream<Step> implied(String id, Exercise exercise) {
        var start = new Step(
                id, ExerciseStepKind.START, Optional.of(exercise.dates().start()));
        var completion = new Step(
                id, ExerciseStepKind.COMPLETION, Optional.of(exercise.dates().end()));
        return switch (exercise.status()) {
            case ANNOUNCED -> Stream.of(undated(id, ExerciseStepKind.ANNOUNCEMENT));
            case SCHEDULED -> Stream.of(undated(id, ExerciseStepKind.SCHEDULE));
            case RUNNING -> Stream.of(start);
            case COMPLETED -> Stream.of(start, completion);
            case CANCELLED -> Stream.of(undated(id, ExerciseStepKind.CANCELLATION));
        };
    }

    private static Step undated(String id, ExerciseStepKind kind) {
        return new Step(id, kind, Optional.empty());
    }

    /** Returns the first conflict. Empty if the steps can follow each other. */
    Optional<Conflict> conflict() {
        return steps.stream()
                .flatMap(one -> steps.stream().filter(other -> other != one).flatMap(other -> conflict(one, other)))
                .findFirst()
                .or(this::completionWithoutStart);
    }

    private static Stream<Conflict> conflict(Step one, Step other) {
        if (one.kind() == other.kind() && !one.kind().isRepeatable()) {
            return Stream.of(new Conflict(one, other, "it can happen only once"));
        }
        if (one.kind() == ExerciseStepKind.CANCELLATION && other.kind() == ExerciseStepKind.COMPLETION) {
            return Stream.of(new Conflict(one, other, "an exercise is either completed or cancelled"));
        }
        var isLate = other.kind().precedes(one.kind())
                && one.effective().isPresent()
                && other.effective().isPresent()
                && isCertainlyBefore(one.effective().get(), other.effective().get());
        return isLate
                ? Stream.of(new Conflict(other, one, "a %s cannot be after a %s".formatted(other.kind(), one.kind())))
                : Stream.empty();
    }

    private Optional<Conflict> completionWithoutStart() {
        boolean isStarted = steps.stream().anyMatch(step -> step.kind() == ExerciseStepKind.START);
        return isStarted
                ? Optional.empty()
                : steps.stream()
                        .filter(step -> step.kind() == ExerciseStepKind.COMPLETION)
                        .findFirst()
                        .map(completion -> new Conflict(
                                completion,
                                steps.stream()
                                        .filter(step -> step.kind().precedes(completion.kind()))
                                        .reduce((first, last) -> last)
                                        .orElse(completion),
                                "no start is recorded. Record the start before, or both as one array"));
    }

    static boolean isCertainlyBefore(PartialDate one, PartialDate other) {
        return one.latest().isPresent()
                && other.earliest().isPresent()
                && one.latest().get().isBefore(other.earliest().get());
    }
}

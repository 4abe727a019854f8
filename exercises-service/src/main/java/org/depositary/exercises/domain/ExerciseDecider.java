package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.FactStreamTransition;

/**
 * Decides the commands on one exercise: its record, its steps, its participations and its merge. Each exercise has its
 * own stream. Rejects a command after which the facts would not be valid or would contradict each other.
 */
public final class ExerciseDecider {

    public static final Decider<FactCommand<ExerciseFact>, FactStream<ExerciseFact>, FactEvent<ExerciseFact>> DECIDER =
            FactDecider.withInvariant(ExerciseDecider::check);

    public static final String EXERCISES = "/api/exercises";
    public static final String STEPS = "/api/exercise-steps";
    public static final String PARTICIPATIONS = "/api/participations";
    public static final String PHASES = "/api/exercise-phases";
    public static final String PURPOSES = "/api/exercise-purposes";
    public static final String MERGES = "/api/exercise-merges";

    private ExerciseDecider() {}

    private static void check(FactStreamTransition<ExerciseFact> attempt) {
        attempt.after().standing().stream().map(Fact::statement).forEach(ExerciseDecider::validate);
        var exercise = attempt.after().facts().values().stream()
                .filter(fact -> fact.statement() instanceof Exercise)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Unknown exercise"));
        new ExerciseMergeRule(attempt).check();
        rejectFactsOfRetracted(attempt, exercise);
        if (exercise.stands()) {
            rejectConflictingSteps(attempt, exercise);
        }
        rejectRepeatedParticipations(attempt);
    }

    /**
     * Validates the statement.
     *
     * @throws Problem with a pointer to each violation
     */
    public static void validate(ExerciseFact statement) {
        var violations = statement.violations().stream()
                .map(violation -> new Flaw(violation.pointer(), violation.detail()))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, violations);
        }
    }

    private static void rejectFactsOfRetracted(
            FactStreamTransition<ExerciseFact> attempt, Fact<ExerciseFact> exercise) {
        if (exercise.retraction().isPresent()
                && attempt.after().facts().size() > attempt.before().facts().size()) {
            throw Problem.of(
                            ProblemType.ALREADY_RETRACTED,
                            "The exercise was retracted: "
                                    + exercise.retraction().get())
                    .conflictingWith(List.of(url(exercise)));
        }
    }

    private static void rejectConflictingSteps(
            FactStreamTransition<ExerciseFact> attempt, Fact<ExerciseFact> exercise) {
        var recorded = attempt.after().standing().stream()
                .filter(fact -> fact.statement() instanceof ExerciseStep)
                .map(ExerciseDecider::step)
                .toList();
        Lifecycle.of(exercise.id(), (Exercise) exercise.statement(), recorded)
                .conflict()
                .ifPresent(conflict -> {
                    throw Problem.of(
                                    ProblemType.CONFLICT,
                                    "The %s contradicts the %s: %s"
                                            .formatted(
                                                    name(conflict.one(), attempt),
                                                    name(conflict.other(), attempt),
                                                    conflict.because()))
                            .conflictingWith(recorded(
                                    attempt,
                                    conflict.one().fact(),
                                    conflict.other().fact()));
                });
    }

    private static Lifecycle.Step step(Fact<ExerciseFact> fact) {
        var step = (ExerciseStep) fact.statement();
        return new Lifecycle.Step(fact.id(), step.step(), Optional.of(step.effective()));
    }

    private static String name(Lifecycle.Step step, FactStreamTransition<ExerciseFact> attempt) {
        var date = step.effective().map(effective -> " of " + effective).orElse("");
        return attempt.isRecorded(step.fact())
                ? "recorded %s%s (%s)".formatted(step.kind(), date, url(attempt, step.fact()))
                : "%s%s %s".formatted(step.kind(), date, attempt.place(step.fact()));
    }

    private static void rejectRepeatedParticipations(FactStreamTransition<ExerciseFact> attempt) {
        var participations = attempt.after().standing().stream()
                .filter(fact -> fact.statement() instanceof Participation)
                .toList();
        for (int i = 0; i < participations.size(); i++) {
            for (var other : participations.subList(i + 1, participations.size())) {
                rejectRepetition(attempt, participations.get(i), other);
            }
        }
    }

    private static void rejectRepetition(
            FactStreamTransition<ExerciseFact> attempt, Fact<ExerciseFact> one, Fact<ExerciseFact> other) {
        var participation = (Participation) one.statement();
        if (participation.repeats((Participation) other.statement())) {
            var party = participation.party().or(participation::membersOf).orElseThrow();
            throw Problem.of(
                            ProblemType.CONFLICT,
                            "%s is recorded twice as %s. Correct the recorded participation, or add a claim or a source"
                                    .formatted(party, participation.role()))
                    .conflictingWith(recorded(attempt, one.id(), other.id()));
        }
    }

    private static List<String> recorded(FactStreamTransition<ExerciseFact> attempt, String... facts) {
        return Stream.of(facts)
                .distinct()
                .filter(attempt::isRecorded)
                .map(fact -> url(attempt, fact))
                .toList();
    }

    private static String url(FactStreamTransition<ExerciseFact> attempt, String fact) {
        return url(attempt.after().find(fact).orElseThrow());
    }

    static String url(Fact<ExerciseFact> fact) {
        var path =
                switch (fact.statement()) {
                    case Exercise exercise -> EXERCISES;
                    case ExerciseStep step -> STEPS;
                    case Participation participation -> PARTICIPATIONS;
                    case ExercisePhase phase -> PHASES;
                    case ExercisePurpose purpose -> PURPOSES;
                    case ExerciseMerge merge -> MERGES;
                };
        return path + "/" + fact.id();
    }
}

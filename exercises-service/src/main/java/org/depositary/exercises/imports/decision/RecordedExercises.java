package org.depositary.exercises.imports.decision;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.exercises.domain.Exercise;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.imports.report.SourcedExercise;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactStream;

/**
 * Reads recorded exercises and changes them.
 *
 * @param dryRun whether changes are only decided and not recorded
 */
record RecordedExercises(UnitOfWork unitOfWork, boolean dryRun) {

    /** Loads these exercises in one query. */
    void load(Collection<String> facts) {
        unitOfWork.load(EXERCISES, facts.stream().map(EXERCISES::stream).toList());
    }

    /**
     * Whether the exercise is as the last import of its set left it: no correction, no retraction, no claim, no other
     * source, and no other fact about it, such as a step or a merge.
     */
    boolean isUntouched(String fact, SourcedExercise said) {
        return stream(fact).facts().size() == 1 && isAsImported(stream(fact).find(fact), said);
    }

    private static boolean isAsImported(Optional<Fact<ExerciseFact>> fact, SourcedExercise said) {
        return fact.filter(recorded -> recorded.stands()
                        && recorded.claims().size() == 1
                        && recorded.statement().equals(said.exercise())
                        && recorded.sources().equals(said.sources()))
                .isPresent();
    }

    boolean stands(String fact) {
        return find(fact).filter(Fact::stands).isPresent();
    }

    /** Whether the exercise stands with this statement. */
    boolean states(String fact, Exercise exercise) {
        return find(fact)
                .filter(recorded -> recorded.stands() && recorded.statement().equals(exercise))
                .isPresent();
    }

    /** Returns the reason of the retraction. Empty if the exercise is not retracted. */
    Optional<String> retraction(String fact) {
        return find(fact).flatMap(recorded -> recorded.retraction());
    }

    /** Records a new exercise. Returns the reason if the decider refuses it. */
    Optional<String> record(String fact, SourcedExercise exercise) {
        return handle(fact, new RecordFacts<>(List.of(new NewFact<>(fact, exercise.exercise(), exercise.sources()))));
    }

    /** Corrects an exercise. Returns the reason if the decider refuses it. */
    Optional<String> correct(String fact, SourcedExercise after, List<String> fields, String reason) {
        return handle(fact, new CorrectFact<>(fact, recorded -> after.exercise(), fields, reason, after.sources()));
    }

    /** Retracts an exercise. Returns the reason if the decider refuses it. */
    Optional<String> retract(String fact, String reason) {
        return handle(fact, new RetractFact<>(fact, reason));
    }

    private Optional<Fact<ExerciseFact>> find(String fact) {
        return stream(fact).find(fact);
    }

    private FactStream<ExerciseFact> stream(String fact) {
        return unitOfWork.read(EXERCISES, EXERCISES.stream(fact));
    }

    private Optional<String> handle(String fact, FactCommand<ExerciseFact> command) {
        var stream = EXERCISES.stream(fact);
        try {
            if (dryRun) {
                EXERCISES.decider().decide(command, unitOfWork.read(EXERCISES, stream));
            } else {
                unitOfWork.handle(EXERCISES, stream, command);
            }
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused.detail());
        }
    }
}

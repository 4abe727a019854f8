package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_MERGE;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExerciseMerge;
import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;

/** Checks the target of a merge, which is in another stream than the merge. */
final class MergeTargetCheck {

    // A merge locks both streams, in the order of their ids, before it reads them. So of two merges that share a
    // record,
    // the second one sees the first. Because a target must not be merged itself, merges never form a circle.
    private static final String LOCK = "SELECT FROM stream WHERE id IN (?, ?) ORDER BY id FOR UPDATE";

    private MergeTargetCheck() {}

    /**
     * Locks both records until the end of the transaction. Requires the target to be recorded, and not to be retracted
     * or merged itself.
     */
    static void lockAndRequire(UnitOfWork unitOfWork, String exercise, String into) {
        lock(unitOfWork, exercise, into);
        FactStream<ExerciseFact> target = unitOfWork.read(EXERCISES, EXERCISES.stream(into));
        var record = target.find(into)
                .orElseThrow(() -> Problem.invalid("into", "'%s' is not a recorded exercise".formatted(into)));
        record.retraction().ifPresent(reason -> {
            throw conflict("The exercise to merge into was retracted: " + reason, "/api/exercises/" + into);
        });
        merge(target).ifPresent(merge -> {
            throw conflict(
                    "The exercise to merge into was itself merged into %s. Merge into that one"
                            .formatted(((ExerciseMerge) merge.statement()).into()),
                    EXERCISE_MERGE.url(merge.id()));
        });
    }

    private static void lock(UnitOfWork unitOfWork, String exercise, String into) {
        try (var select = unitOfWork.connection().prepareStatement(LOCK)) {
            select.setString(1, EXERCISES.stream(exercise).toString());
            select.setString(2, EXERCISES.stream(into).toString());
            select.execute();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /**
     * Returns the id of the merge of this record.
     *
     * @throws Problem {@code conflict} if the record is not merged
     */
    static String standingMerge(UnitOfWork unitOfWork, String exercise) {
        FactStream<ExerciseFact> stream = unitOfWork.read(EXERCISES, EXERCISES.stream(exercise));
        if (stream.find(exercise).isEmpty()) {
            throw Problem.notFound("Unknown exercise " + exercise);
        }
        return merge(stream)
                .map(Fact::id)
                .orElseThrow(() -> conflict("The exercise is not merged", "/api/exercises/" + exercise));
    }

    private static Optional<Fact<ExerciseFact>> merge(FactStream<ExerciseFact> stream) {
        return stream.standing().stream()
                .filter(fact -> fact.statement() instanceof ExerciseMerge)
                .findFirst();
    }

    private static Problem conflict(String detail, String address) {
        return Problem.of(ProblemType.CONFLICT, detail).conflictingWith(List.of(address));
    }
}

package org.depositary.exercises.domain;

import static org.depositary.eventsourcing.ProblemType.CONFLICT;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.exercises.domain.ExerciseSpecification.ID;
import static org.depositary.exercises.domain.ExerciseSpecification.event;
import static org.depositary.exercises.domain.ExerciseSpecification.exercise;
import static org.depositary.exercises.domain.ExerciseSpecification.given;
import static org.depositary.exercises.domain.ExerciseSpecification.participation;
import static org.depositary.exercises.domain.ExerciseSpecification.record;

import java.util.List;
import java.util.Optional;
import org.depositary.facts.Claim;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Claimed;
import org.depositary.facts.FactEvent.Retracted;
import org.junit.jupiter.api.Test;

class ExerciseMergeDeciderTest {

    private static final FactEvent<ExerciseFact> EXERCISE = exercise(ExerciseStatus.COMPLETED, "2007-08");
    private static final ExerciseMerge MERGE = new ExerciseMerge(ID, "rubezh", Optional.empty());
    private static final Retracted<ExerciseFact> UNDONE = new Retracted<>("1", MERGE, "two exercises after all");

    @Test
    void a_record_is_merged_and_that_is_undone() {
        given(EXERCISE).when(record("1", MERGE)).then(event("1", MERGE));
        given(EXERCISE, event("1", MERGE))
                .when(new RetractFact<>("1", "two exercises after all"))
                .then(UNDONE);
        given(EXERCISE, event("1", MERGE), UNDONE).when(record("2", MERGE)).then(event("2", MERGE));
    }

    @Test
    void a_merged_record_takes_no_new_facts() {
        given(EXERCISE, event("1", MERGE))
                .when(record("2", participation("KZ", "", "")))
                .thenRejected(CONFLICT, "/api/exercise-merges/1");
        given(EXERCISE, event("1", MERGE))
                .when(record("2", new ExerciseMerge(ID, "issyk-kul", Optional.empty())))
                .thenRejected(CONFLICT, "/api/exercise-merges/1");
    }

    @Test
    void a_record_is_not_merged_into_itself() {
        given(EXERCISE)
                .when(record("1", new ExerciseMerge(ID, ID, Optional.empty())))
                .thenRejected(INVALID);
    }

    @Test
    void no_claim_replaces_a_merge() {
        var denial =
                new Claim<ExerciseFact>(2, MERGE, List.of(), false, ExerciseSpecification.SOURCES, Optional.empty());
        given(EXERCISE, event("1", MERGE), new Claimed<>("1", MERGE, denial))
                .when(new PreferClaim<>("1", 2, "two exercises after all"))
                .thenRejected(CONFLICT);
    }
}

package org.depositary.exercises.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.eventsourcing.ProblemType.ALREADY_RETRACTED;
import static org.depositary.eventsourcing.ProblemType.CONFLICT;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.eventsourcing.ProblemType.NOT_FOUND;
import static org.depositary.exercises.domain.ExerciseSpecification.ID;
import static org.depositary.exercises.domain.ExerciseSpecification.event;
import static org.depositary.exercises.domain.ExerciseSpecification.exercise;
import static org.depositary.exercises.domain.ExerciseSpecification.given;
import static org.depositary.exercises.domain.ExerciseSpecification.record;
import static org.depositary.exercises.domain.ExerciseSpecification.schedule;
import static org.depositary.exercises.domain.ExerciseSpecification.step;

import java.util.List;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Retracted;
import org.junit.jupiter.api.Test;

class ExerciseLifecycleTest {

    private static final FactEvent<ExerciseFact> ANNOUNCED = exercise(ExerciseStatus.ANNOUNCED, "2025");
    private static final FactEvent<ExerciseFact> COMPLETED = exercise(ExerciseStatus.COMPLETED, "2007-08");
    private static final ExerciseStep PLAN = schedule("2025-02", "2025-06-01/2025-06-10");
    private static final ExerciseStep START = step(ExerciseStepKind.START, "2025-06-02");
    private static final ExerciseStep COMPLETION = step(ExerciseStepKind.COMPLETION, "2025-06-10");
    private static final ExerciseStep CANCELLATION = step(ExerciseStepKind.CANCELLATION, "2025-05");

    @Test
    void each_step_follows_the_one_before() {
        given(ANNOUNCED).when(record("1", PLAN)).then(event("1", PLAN));
        given(ANNOUNCED, event("1", PLAN)).when(record("2", START)).then(event("2", START));
        given(ANNOUNCED, event("1", PLAN), event("2", START))
                .when(record("3", COMPLETION))
                .then(event("3", COMPLETION));
    }

    @Test
    void an_exercise_is_scheduled_again() {
        var later = schedule("2025-04", "2025-09");
        given(ANNOUNCED, event("1", PLAN)).when(record("2", later)).then(event("2", later));
    }

    @Test
    void steps_are_recorded_in_any_order_of_their_dates() {
        given(ANNOUNCED, event("2", START)).when(record("1", PLAN)).then(event("1", PLAN));
    }

    @Test
    void an_imprecise_date_conflicts_only_if_no_day_within_it_fits() {
        var sometime = step(ExerciseStepKind.COMPLETION, "2025-06");
        given(ANNOUNCED, event("1", START)).when(record("2", sometime)).then(event("2", sometime));
    }

    @Test
    void nothing_starts_after_it_was_completed() {
        given(ANNOUNCED, event("1", START), event("2", COMPLETION))
                .when(record("3", schedule("2025-07", "2025-08")))
                .thenRejected(CONFLICT, "/api/exercise-steps/1");
        given(COMPLETED)
                .when(record("1", step(ExerciseStepKind.START, "2007-09-01")))
                .thenRejected(CONFLICT, "/api/exercises/" + ID);
    }

    @Test
    void a_completed_exercise_is_not_cancelled() {
        given(COMPLETED).when(record("1", CANCELLATION)).thenRejected(CONFLICT, "/api/exercises/" + ID);
        given(ANNOUNCED, event("1", CANCELLATION))
                .when(new RecordFacts<>(List.of(
                        new NewFact<>("2", START, ExerciseSpecification.SOURCES, "#/0"),
                        new NewFact<>("3", COMPLETION, ExerciseSpecification.SOURCES, "#/1"))))
                .thenRejected(CONFLICT, "/api/exercise-steps/1");
    }

    @Test
    void a_step_happens_once() {
        var again = step(ExerciseStepKind.START, "2025-06-03");
        assertThat(given(ANNOUNCED, event("1", START))
                        .when(record("2", again))
                        .thenRejected(CONFLICT, "/api/exercise-steps/1")
                        .detail())
                .contains("recorded start of 2025-06-02", "start of 2025-06-03 in this request", "only once");
    }

    @Test
    void a_completion_needs_a_start() {
        given(ANNOUNCED).when(record("1", COMPLETION)).thenRejected(CONFLICT, "/api/exercises/" + ID);
        given(exercise(ExerciseStatus.RUNNING, "2025-06-01/.."))
                .when(record("1", COMPLETION))
                .then(event("1", COMPLETION));
    }

    @Test
    void a_start_that_a_completion_needs_is_not_retracted() {
        given(ANNOUNCED, event("1", START), event("2", COMPLETION))
                .when(new RetractFact<>("1", "misread"))
                .thenRejected(CONFLICT, "/api/exercise-steps/2", "/api/exercises/" + ID);
    }

    @Test
    void a_past_exercise_recorded_at_once_gets_dated_steps_later() {
        var start = step(ExerciseStepKind.START, "2007-08-09");
        given(COMPLETED).when(record("1", start)).then(event("1", start));
    }

    @Test
    void operations_are_requested_decided_deployed_and_withdrawn() {
        var request = step(ExerciseStepKind.REQUEST, "2022-01-05");
        var withdrawal = step(ExerciseStepKind.WITHDRAWAL, "2022-01-13");
        var deployment = step(ExerciseStepKind.DEPLOYMENT, "2022-01-15");
        given(COMPLETED, event("1", request), event("2", withdrawal))
                .when(record("3", deployment))
                .then(event("3", deployment));
    }

    @Test
    void only_a_schedule_has_dates() {
        assertThat(given(ANNOUNCED)
                        .when(record("1", step(ExerciseStepKind.SCHEDULE, "2025")))
                        .thenRejected(INVALID)
                        .flaws())
                .extracting(Flaw::pointer)
                .containsExactly("#/dates");
    }

    @Test
    void a_step_needs_an_exercise() {
        given().when(record("1", START)).thenRejected(NOT_FOUND);
        var retracted = new Retracted<ExerciseFact>(ID, ANNOUNCED.statement(), "never planned");
        given(ANNOUNCED, retracted).when(record("1", START)).thenRejected(ALREADY_RETRACTED, "/api/exercises/" + ID);
    }
}

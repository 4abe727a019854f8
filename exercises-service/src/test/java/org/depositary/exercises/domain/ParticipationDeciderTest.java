package org.depositary.exercises.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.eventsourcing.ProblemType.CONFLICT;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.exercises.domain.ExerciseSpecification.event;
import static org.depositary.exercises.domain.ExerciseSpecification.exercise;
import static org.depositary.exercises.domain.ExerciseSpecification.given;
import static org.depositary.exercises.domain.ExerciseSpecification.participation;
import static org.depositary.exercises.domain.ExerciseSpecification.record;

import java.util.Optional;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.facts.FactEvent;
import org.junit.jupiter.api.Test;

class ParticipationDeciderTest {

    private static final FactEvent<ExerciseFact> EXERCISE = exercise(ExerciseStatus.COMPLETED, "2007-08");
    private static final Participation FIRST_WEEK = participation("KZ", "2007-08-01", "2007-08-07");

    @Test
    void a_party_takes_part() {
        given(EXERCISE).when(record("1", FIRST_WEEK)).then(event("1", FIRST_WEEK));
    }

    @Test
    void a_party_that_left_can_join_again() {
        var again = participation("KZ", "2007-08-20", "");
        given(EXERCISE, event("1", FIRST_WEEK)).when(record("2", again)).then(event("2", again));
    }

    @Test
    void a_party_takes_part_once_at_a_time() {
        given(EXERCISE, event("1", FIRST_WEEK))
                .when(record("2", participation("KZ", "2007-08", "")))
                .thenRejected(CONFLICT, "/api/participations/1");
        given(EXERCISE, event("1", FIRST_WEEK))
                .when(record("2", participation("RU", "2007-08", "")))
                .then(event("2", participation("RU", "2007-08", "")));
    }

    @Test
    void every_error_has_its_pointer() {
        var land = new ForceStrength(Force.LAND, new Strength(Optional.of(5L), Optional.of(4L), true));
        assertThat(given(EXERCISE)
                        .when(record("1", participation("KZ", "2007-08-07", "2007-08-01", land, land)))
                        .thenRejected(INVALID)
                        .flaws())
                .extracting(Flaw::pointer)
                .containsExactly(
                        "#/strengthByForce/0/strength/max",
                        "#/strengthByForce/1/strength/max",
                        "#/strengthByForce",
                        "#/left");
    }
}

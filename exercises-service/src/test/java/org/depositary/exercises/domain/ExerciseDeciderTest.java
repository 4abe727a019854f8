package org.depositary.exercises.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.eventsourcing.ProblemType.ALREADY_RETRACTED;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.eventsourcing.ProblemType.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.VerifyFact;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Corrected;
import org.depositary.facts.FactEvent.Recorded;
import org.depositary.facts.FactEvent.Retracted;
import org.depositary.facts.FactEvent.Sourced;
import org.depositary.facts.FactEvent.Verified;
import org.depositary.facts.FactStream;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.sources.Source;
import org.junit.jupiter.api.Test;

class ExerciseDeciderTest {

    private static final String ID = "peace-mission";
    private static final List<Source> SOURCES =
            List.of(Source.reference("A chronicle", "https://example.org/chronicle"));
    private static final Exercise PEACE_MISSION = exercise("2007-08", party("CN"), party("RU"));
    private static final Exercise A_DAY_LONGER = exercise("2007-08-09/2007-08-18", party("CN"), party("RU"));

    @Test
    void an_exercise_is_recorded() {
        given().when(record(PEACE_MISSION)).then(recorded(PEACE_MISSION));
    }

    @Test
    void an_exercise_nobody_is_known_to_have_taken_part_in_is_recorded_too() {
        var announced = exercise("2031");
        given().when(record(announced)).then(recorded(announced));
    }

    @Test
    void a_correction_carries_the_whole_statement_and_keeps_the_sources() {
        given(recorded(PEACE_MISSION))
                .when(correct(A_DAY_LONGER, "dates"))
                .then(new Corrected<>(ID, A_DAY_LONGER, List.of("dates"), "misread", SOURCES));
    }

    @Test
    void a_correction_that_changes_nothing_is_refused() {
        given(recorded(PEACE_MISSION)).when(correct(PEACE_MISSION, "dates")).thenRejected(INVALID);
    }

    @Test
    void a_correction_may_not_make_an_exercise_that_could_not_be_recorded() {
        assertThat(given(recorded(PEACE_MISSION))
                        .when(correct(exercise("2007-08", strong(1700, 1600)), "participants"))
                        .thenRejected(INVALID)
                        .flaws())
                .extracting(Flaw::pointer)
                .containsExactly("#/participants/0/strength/max");
    }

    @Test
    void another_source_agrees() {
        given(recorded(PEACE_MISSION))
                .when(new AddSources<>(ID, SOURCES))
                .then(new Sourced<>(ID, PEACE_MISSION, SOURCES));
    }

    @Test
    void an_exercise_is_verified() {
        given(recorded(PEACE_MISSION))
                .when(new VerifyFact<>(ID, List.of()))
                .then(new Verified<>(ID, PEACE_MISSION, SOURCES));
    }

    @Test
    void a_retracted_exercise_takes_nothing_more() {
        var retracted = new Retracted<ExerciseFact>(ID, PEACE_MISSION, "never happened");
        given(recorded(PEACE_MISSION))
                .when(new RetractFact<>(ID, "never happened"))
                .then(retracted);
        given(recorded(PEACE_MISSION), retracted)
                .when(new RetractFact<>(ID, "again"))
                .thenRejected(ALREADY_RETRACTED);
        given(recorded(PEACE_MISSION), retracted)
                .when(correct(A_DAY_LONGER, "dates"))
                .thenRejected(ALREADY_RETRACTED);
    }

    @Test
    void what_was_never_recorded_cannot_be_fixed() {
        given().when(correct(PEACE_MISSION, "dates")).thenRejected(NOT_FOUND);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var wrong = exercise(
                "2007-08",
                strong(-1, 5),
                party("CN"),
                new Participant(
                        Optional.of(new Party("CN")),
                        Optional.of(new Party("RU")),
                        ParticipantRole.HOST,
                        Optional.empty(),
                        List.of(" ")));
        assertThat(given().when(record(wrong)).thenRejected(INVALID).flaws())
                .extracting(Flaw::pointer)
                .containsExactly(
                        "#/participants/0/strength/min",
                        "#/participants/2",
                        "#/participants/2/members-of",
                        "#/participants/2/forces/0");
    }

    @SafeVarargs
    private static DeciderSpecification<
                    FactCommand<ExerciseFact>, FactStream<ExerciseFact>, FactEvent<ExerciseFact>, Problem>
            given(FactEvent<ExerciseFact>... events) {
        return DeciderSpecification.of(
                        ExerciseDecider.DECIDER.initial(),
                        ExerciseDecider.DECIDER::decide,
                        ExerciseDecider.DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(events);
    }

    private static FactCommand<ExerciseFact> record(Exercise exercise) {
        return new RecordFacts<>(List.of(new NewFact<>(ID, exercise, SOURCES)));
    }

    private static FactCommand<ExerciseFact> correct(Exercise corrected, String field) {
        UnaryOperator<ExerciseFact> amendment = exercise -> corrected;
        return new CorrectFact<>(ID, amendment, List.of(field), "misread", List.of());
    }

    private static FactEvent<ExerciseFact> recorded(Exercise exercise) {
        return new Recorded<>(ID, exercise, SOURCES);
    }

    private static Participant party(String code) {
        return new Participant(
                Optional.of(new Party(code)),
                Optional.empty(),
                ParticipantRole.PARTICIPANT,
                Optional.empty(),
                List.of());
    }

    private static Participant strong(long min, long max) {
        var strength = new Strength(Optional.of(min), Optional.of(max), false);
        return new Participant(
                Optional.of(new Party("CN")), Optional.empty(), ParticipantRole.HOST, Optional.of(strength), List.of());
    }

    private static Exercise exercise(String dates, Participant... participants) {
        return new Exercise(
                Optional.of("Peace Mission 2007"),
                ExerciseKind.EXERCISE,
                ExerciseStatus.COMPLETED,
                Optional.of("Peace Mission"),
                List.of(new Party("sco")),
                Period.parse(dates),
                Optional.empty(),
                List.of(),
                List.of(participants),
                Optional.empty(),
                Optional.empty());
    }
}

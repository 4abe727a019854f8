package org.depositary.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.eventsourcing.ProblemType.ALREADY_RETRACTED;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.eventsourcing.ProblemType.NOT_FOUND;
import static org.depositary.eventsourcing.ProblemType.TIMELINE_CONFLICT;
import static org.depositary.facts.FactSteps.CHRONICLE;
import static org.depositary.facts.FactSteps.MEMOIR;
import static org.depositary.facts.FactSteps.correctDate;
import static org.depositary.facts.FactSteps.correctPlace;
import static org.depositary.facts.FactSteps.corrected;
import static org.depositary.facts.FactSteps.given;
import static org.depositary.facts.FactSteps.meeting;
import static org.depositary.facts.FactSteps.record;
import static org.depositary.facts.FactSteps.recorded;
import static org.depositary.facts.FactSteps.retracted;

import java.util.List;
import java.util.stream.Stream;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.Together;
import org.depositary.facts.FactCommand.VerifyFact;
import org.depositary.facts.FactCommand.WithdrawClaim;
import org.depositary.facts.FactEvent.Corrected;
import org.depositary.facts.FactEvent.Sourced;
import org.depositary.facts.FactEvent.Verified;
import org.depositary.facts.FactSteps.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactDeciderTest {

    @Test
    void a_fact_is_recorded() {
        given().when(record("1", "2000")).then(recorded("1", "2000"));
    }

    @Test
    void several_facts_are_recorded_in_their_order() {
        given().when(new RecordFacts<>(List.of(newFact("2", "2001"), newFact("1", "2000"))))
                .then(recorded("2", "2001"), recorded("1", "2000"));
    }

    @Test
    void a_correction_changes_the_named_fields_and_keeps_the_sources() {
        given(recorded("1", "2000")).when(correctDate("1", "2001")).then(corrected(meeting("2001"), "date"));
        given(recorded("1", "2000"))
                .when(correctPlace("Dushanbe"))
                .then(corrected(new Meeting("2000", "Dushanbe"), "place"));
    }

    @Test
    void a_correction_can_replace_the_sources_only() {
        given(recorded("1", "2000"))
                .when(new CorrectFact<>("1", meeting -> meeting, List.of(), "misread", MEMOIR))
                .then(new Corrected<>("1", meeting("2000"), List.of(), "misread", MEMOIR));
    }

    @Test
    void a_correction_that_changes_nothing_is_rejected() {
        given(recorded("1", "2000")).when(correctDate("1", "2000")).thenRejected(INVALID);
        given(recorded("1", "2000"))
                .when(new CorrectFact<>("1", meeting -> meeting, List.of(), "misread", CHRONICLE))
                .thenRejected(INVALID);
    }

    @Test
    void a_second_correction_starts_from_the_first() {
        given(recorded("1", "2000"), corrected(meeting("2001"), "date"))
                .when(correctPlace("Dushanbe"))
                .then(corrected(new Meeting("2001", "Dushanbe"), "place"));
    }

    @Test
    void a_retraction_carries_the_last_statement() {
        given(recorded("1", "2000"), corrected(meeting("2001"), "date"))
                .when(new RetractFact<>("1", "a hoax"))
                .then(retracted("1", "2001"));
    }

    @Test
    void a_source_is_added() {
        given(recorded("1", "2000"))
                .when(new AddSources<>("1", MEMOIR))
                .then(new Sourced<>("1", meeting("2000"), MEMOIR));
    }

    @Test
    void a_verification_names_the_checked_sources() {
        given(recorded("1", "2000"))
                .when(new VerifyFact<>("1", MEMOIR))
                .then(new Verified<>("1", meeting("2000"), MEMOIR));
    }

    @Test
    void a_verification_without_sources_means_those_of_the_fact() {
        given(recorded("1", "2000"), new Sourced<>("1", meeting("2000"), MEMOIR))
                .when(new VerifyFact<>("1", List.of()))
                .then(new Verified<>("1", meeting("2000"), List.of(CHRONICLE.getFirst(), MEMOIR.getFirst())));
        given(recorded("1", "2000"), FactSteps.claimed(2, "2000", "2001"), FactSteps.preferred(2, "2001", true))
                .when(new VerifyFact<>("1", List.of()))
                .then(new Verified<>("1", meeting("2001"), MEMOIR));
    }

    @Test
    void a_fact_can_be_verified_again() {
        var verified = new Verified<>("1", meeting("2000"), CHRONICLE);
        given(recorded("1", "2000"), verified)
                .when(new VerifyFact<>("1", List.of()))
                .then(verified);
    }

    @ParameterizedTest
    @MethodSource("changesOfFactOne")
    void a_retracted_fact_cannot_change_again(FactCommand<Meeting> change) {
        var rejection = given(recorded("1", "2000"), retracted("1", "2000"))
                .when(change)
                .thenRejected(ALREADY_RETRACTED);
        assertThat(rejection).hasMessageContaining("a hoax");
    }

    @ParameterizedTest
    @MethodSource("changesOfFactOne")
    void an_unknown_fact_cannot_change(FactCommand<Meeting> change) {
        given(recorded("2", "2000")).when(change).thenRejected(NOT_FOUND);
    }

    static Stream<FactCommand<Meeting>> changesOfFactOne() {
        return Stream.of(
                correctDate("1", "2001"),
                new RetractFact<>("1", "again"),
                new AddSources<>("1", MEMOIR),
                new VerifyFact<>("1", MEMOIR),
                FactSteps.claimDate("2001"),
                new PreferClaim<>("1", 1, "again"),
                new WithdrawClaim<>("1", 1, "again"));
    }

    @Test
    void the_invariant_sees_all_facts_of_one_command_together() {
        given().when(new RecordFacts<>(List.of(newFact("1", "2000"), newFact("2", "2000"))))
                .thenRejected(TIMELINE_CONFLICT);
    }

    @Test
    void the_invariant_sees_the_recorded_facts_and_the_new_one() {
        given(recorded("1", "2000")).when(record("2", "2000")).thenRejected(TIMELINE_CONFLICT);
        given(recorded("1", "2000"), recorded("2", "2001"))
                .when(correctDate("2", "2000"))
                .thenRejected(TIMELINE_CONFLICT);
    }

    @Test
    void the_invariant_ignores_retracted_facts() {
        given(recorded("1", "2000"), retracted("1", "2000"))
                .when(record("2", "2000"))
                .then(recorded("2", "2000"));
    }

    @Test
    void commands_together_must_satisfy_the_invariant_only_at_their_end() {
        given(recorded("1", "2000"), recorded("2", "2001"))
                .when(new Together<>(List.of(correctDate("1", "2001"), new RetractFact<>("2", "a hoax"))))
                .then(corrected(meeting("2001"), "date"), retracted("2", "2001"));
        given(recorded("1", "2000"), recorded("2", "2001"))
                .when(new Together<>(List.of(correctDate("1", "2001"), correctDate("2", "2002"), record("3", "2002"))))
                .thenRejected(TIMELINE_CONFLICT);
    }

    @Test
    void a_command_sees_the_events_of_the_commands_before_it() {
        given().when(new Together<>(List.of(record("1", "2000"), correctDate("1", "2001"))))
                .then(recorded("1", "2000"), corrected(meeting("2001"), "date"));
        given(recorded("1", "2000"))
                .when(new Together<>(List.of(new RetractFact<>("1", "a hoax"), new RetractFact<>("1", "again"))))
                .thenRejected(ALREADY_RETRACTED);
    }

    private static NewFact<Meeting> newFact(String id, String date) {
        return new NewFact<>(id, meeting(date), CHRONICLE);
    }
}

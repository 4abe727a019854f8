package org.depositary.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.eventsourcing.ProblemType.CONFLICT;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.eventsourcing.ProblemType.NOT_FOUND;
import static org.depositary.eventsourcing.ProblemType.TIMELINE_CONFLICT;
import static org.depositary.facts.FactSteps.claimDate;
import static org.depositary.facts.FactSteps.claimItNeverHappened;
import static org.depositary.facts.FactSteps.claimed;
import static org.depositary.facts.FactSteps.correctDate;
import static org.depositary.facts.FactSteps.correctPlace;
import static org.depositary.facts.FactSteps.corrected;
import static org.depositary.facts.FactSteps.denied;
import static org.depositary.facts.FactSteps.given;
import static org.depositary.facts.FactSteps.meeting;
import static org.depositary.facts.FactSteps.preferred;
import static org.depositary.facts.FactSteps.record;
import static org.depositary.facts.FactSteps.recorded;
import static org.depositary.facts.FactSteps.withdrawn;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.WithdrawClaim;
import org.depositary.facts.FactSteps.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimDeciderTest {

    private static final FactEvent<Meeting> RECORDED = recorded("1", "2000");
    private static final FactEvent<Meeting> CLAIM_2 = claimed(2, "2000", "2001");

    @Test
    void a_claim_gets_the_next_number_and_leaves_the_statement() {
        given(RECORDED).when(claimDate("2001")).then(CLAIM_2);
        given(RECORDED, CLAIM_2).when(claimDate("2002")).then(claimed(3, "2000", "2002"));
    }

    @Test
    void a_claim_can_deny_that_the_fact_happened() {
        given(RECORDED).when(claimItNeverHappened()).then(denied(2, "2000"));
    }

    @Test
    void a_claim_that_agrees_with_the_fact_is_rejected() {
        given(RECORDED).when(claimDate("2000")).thenRejected(INVALID);
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(claimDate("2001"))
                .thenRejected(INVALID);
        given(RECORDED, denied(2, "2000"), preferred(2, "2000", false))
                .when(claimItNeverHappened())
                .thenRejected(INVALID);
    }

    @Test
    void a_claim_may_repeat_the_recorded_statement_when_another_claim_is_preferred() {
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(claimDate("2000"))
                .then(claimed(3, "2001", "2000"));
        given(RECORDED, denied(2, "2000"), preferred(2, "2000", false))
                .when(claimDate("2000"))
                .then(claimed(3, "2000", "2000"));
    }

    @Test
    void a_fact_takes_100_claims() {
        var events = new ArrayList<FactEvent<Meeting>>();
        events.add(RECORDED);
        IntStream.rangeClosed(2, 99).forEach(number -> events.add(claimed(number, "2000", "" + (2000 + number))));
        FactEvent<Meeting>[] claims99 = array(events);
        given(claims99).when(claimDate("1900")).then(claimed(100, "2000", "1900"));
        events.add(claimed(100, "2000", "1900"));
        given(array(events)).when(claimDate("1901")).thenRejected(CONFLICT);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static FactEvent<Meeting>[] array(ArrayList<FactEvent<Meeting>> events) {
        return events.toArray(new FactEvent[0]);
    }

    @Test
    void a_claim_is_preferred_with_its_statement_and_its_sources() {
        given(RECORDED, CLAIM_2)
                .when(new PreferClaim<>("1", 2, "an eyewitness"))
                .then(preferred(2, "2001", true));
        given(RECORDED, denied(2, "2000"))
                .when(new PreferClaim<>("1", 2, "an eyewitness"))
                .then(preferred(2, "2000", false));
    }

    @Test
    void the_recorded_statement_is_claim_1_and_can_be_preferred_again() {
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(new PreferClaim<>("1", 1, "an eyewitness"))
                .then(preferred(1, "2000", true));
    }

    @Test
    void a_preferred_claim_cannot_be_preferred_again() {
        given(RECORDED).when(new PreferClaim<>("1", 1, "again")).thenRejected(INVALID);
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(new PreferClaim<>("1", 2, "again"))
                .thenRejected(INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void an_unknown_claim_is_not_found(int number) {
        given(RECORDED, CLAIM_2).when(new PreferClaim<>("1", number, "why not")).thenRejected(NOT_FOUND);
        given(RECORDED, CLAIM_2)
                .when(new WithdrawClaim<>("1", number, "why not"))
                .thenRejected(NOT_FOUND);
    }

    @Test
    void a_claim_is_withdrawn() {
        given(RECORDED, CLAIM_2).when(new WithdrawClaim<>("1", 2, "a forgery")).then(withdrawn(2, "2000"));
    }

    @Test
    void the_recorded_statement_can_be_withdrawn_once_another_claim_is_preferred() {
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(new WithdrawClaim<>("1", 1, "a forgery"))
                .then(withdrawn(1, "2001"));
    }

    @Test
    void the_preferred_claim_cannot_be_withdrawn() {
        given(RECORDED).when(new WithdrawClaim<>("1", 1, "a forgery")).thenRejected(CONFLICT);
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(new WithdrawClaim<>("1", 2, "a forgery"))
                .thenRejected(CONFLICT);
    }

    @Test
    void a_withdrawn_claim_can_neither_be_preferred_nor_withdrawn_again() {
        var rejection = given(RECORDED, CLAIM_2, withdrawn(2, "2000"))
                .when(new PreferClaim<>("1", 2, "after all"))
                .thenRejected(CONFLICT);
        assertThat(rejection).hasMessageContaining("a forgery");
        given(RECORDED, CLAIM_2, withdrawn(2, "2000"))
                .when(new WithdrawClaim<>("1", 2, "again"))
                .thenRejected(CONFLICT);
    }

    @Test
    void a_correction_of_a_field_that_the_preferred_claim_overrides_is_rejected() {
        given(RECORDED, CLAIM_2).when(correctDate("1", "1999")).then(corrected(meeting("1999"), "date"));
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(correctDate("1", "1999"))
                .thenRejected(CONFLICT);
    }

    @Test
    void a_correction_of_another_field_keeps_the_date_of_the_preferred_claim() {
        given(RECORDED, CLAIM_2, preferred(2, "2001", true))
                .when(correctPlace("Dushanbe"))
                .then(corrected(new Meeting("2001", "Dushanbe"), "place"));
    }

    @Test
    void a_claim_is_preferred_with_the_corrected_fields_of_the_recorded_statement() {
        given(RECORDED, CLAIM_2, corrected(new Meeting("2000", "Dushanbe"), "place"))
                .when(new PreferClaim<>("1", 2, "an eyewitness"))
                .then(new FactEvent.Preferred<>(
                        "1", new Meeting("2001", "Dushanbe"), 2, true, "an eyewitness", FactSteps.MEMOIR));
    }

    @Test
    void the_invariant_sees_the_statement_of_the_preferred_claim() {
        given(RECORDED, recorded("2", "2001"), CLAIM_2)
                .when(new PreferClaim<>("1", 2, "an eyewitness"))
                .thenRejected(TIMELINE_CONFLICT);
    }

    @Test
    void the_invariant_ignores_a_fact_whose_preferred_claim_denies_it() {
        given(RECORDED, denied(2, "2000"), preferred(2, "2000", false))
                .when(record("2", "2000"))
                .then(recorded("2", "2000"));
        given(RECORDED, denied(2, "2000"), preferred(2, "2000", false), recorded("2", "2000"))
                .when(new PreferClaim<>("1", 1, "an eyewitness"))
                .thenRejected(TIMELINE_CONFLICT);
    }
}

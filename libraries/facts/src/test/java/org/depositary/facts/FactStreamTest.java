package org.depositary.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.facts.FactSteps.CHRONICLE;
import static org.depositary.facts.FactSteps.MEMOIR;
import static org.depositary.facts.FactSteps.claimed;
import static org.depositary.facts.FactSteps.corrected;
import static org.depositary.facts.FactSteps.denied;
import static org.depositary.facts.FactSteps.factAfter;
import static org.depositary.facts.FactSteps.meeting;
import static org.depositary.facts.FactSteps.preferred;
import static org.depositary.facts.FactSteps.recorded;
import static org.depositary.facts.FactSteps.retracted;
import static org.depositary.facts.FactSteps.withdrawn;

import java.util.List;
import org.depositary.facts.FactEvent.Corrected;
import org.depositary.facts.FactEvent.Sourced;
import org.depositary.facts.FactEvent.Verified;
import org.depositary.facts.FactSteps.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The effect of each event on the state of a stream. */
class FactStreamTest {

    private static final FactEvent<Meeting> RECORDED = recorded("1", "2000");
    private static final FactEvent<Meeting> CLAIM_2 = claimed(2, "2000", "2001");

    @Test
    void a_recorded_fact_states_its_statement_with_its_sources() {
        var fact = factAfter(RECORDED);
        assertThat(fact.statement()).isEqualTo(meeting("2000"));
        assertThat(fact.sources()).isEqualTo(CHRONICLE);
        assertThat(fact.stands()).isTrue();
        assertThat(fact.preferred()).isEqualTo(Claim.RECORDED);
        assertThat(fact.claims()).hasSize(1);
    }

    @Test
    void facts_keep_the_order_of_recording() {
        var stream = FactStream.<Meeting>empty()
                .withAll(List.of(recorded("2", "2000"), recorded("1", "2001"), corrected(meeting("1999"), "date")));
        assertThat(stream.facts().keySet()).containsExactly("2", "1");
        assertThat(stream.standing()).extracting(Fact::id).containsExactly("2", "1");
    }

    @Test
    void a_correction_changes_the_recorded_claim_and_its_sources() {
        var fact = factAfter(
                RECORDED, new Corrected<>("1", new Meeting("2000", "Dushanbe"), List.of("place"), "misread", MEMOIR));
        assertThat(fact.statement()).isEqualTo(new Meeting("2000", "Dushanbe"));
        assertThat(fact.sources()).isEqualTo(MEMOIR);
    }

    @Test
    void a_retracted_fact_is_kept_but_does_not_stand() {
        var stream = FactStream.<Meeting>empty().withAll(List.of(RECORDED, retracted("1", "2000")));
        var fact = stream.find("1").orElseThrow();
        assertThat(fact.retraction()).contains("a hoax");
        assertThat(fact.stands()).isFalse();
        assertThat(fact.statement()).isEqualTo(meeting("2000"));
        assertThat(stream.standing()).isEmpty();
    }

    @Test
    void added_sources_join_the_preferred_claim() {
        var fact = factAfter(RECORDED, new Sourced<>("1", meeting("2000"), MEMOIR));
        assertThat(fact.sources()).containsExactly(CHRONICLE.getFirst(), MEMOIR.getFirst());

        var diary = FactSteps.sources("A diary");
        var claimed =
                factAfter(RECORDED, CLAIM_2, preferred(2, "2001", true), new Sourced<>("1", meeting("2001"), diary));
        assertThat(claimed.sources()).containsExactly(MEMOIR.getFirst(), diary.getFirst());
        assertThat(claimed.claim(1).orElseThrow().sources()).isEqualTo(CHRONICLE);
    }

    @Test
    void a_verification_changes_nothing() {
        assertThat(factAfter(RECORDED, new Verified<>("1", meeting("2000"), MEMOIR)))
                .isEqualTo(factAfter(RECORDED));
    }

    @Test
    void a_claim_is_kept_beside_the_statement() {
        var fact = factAfter(RECORDED, CLAIM_2);
        assertThat(fact.statement()).isEqualTo(meeting("2000"));
        assertThat(fact.claim(2).orElseThrow().statement()).isEqualTo(meeting("2001"));
        assertThat(fact.claim(2).orElseThrow().withdrawal()).isEmpty();
        assertThat(fact.claim(3)).isEmpty();
    }

    @Test
    void a_preferred_claim_gives_the_statement_and_the_sources() {
        var fact = factAfter(RECORDED, CLAIM_2, preferred(2, "2001", true));
        assertThat(fact.statement()).isEqualTo(meeting("2001"));
        assertThat(fact.sources()).isEqualTo(MEMOIR);
        assertThat(fact.stands()).isTrue();
    }

    @Test
    void a_correction_of_another_field_shows_through_the_preferred_claim() {
        var fact = factAfter(
                RECORDED, CLAIM_2, preferred(2, "2001", true), corrected(new Meeting("2001", "Dushanbe"), "place"));
        assertThat(fact.statement()).isEqualTo(new Meeting("2001", "Dushanbe"));
        assertThat(fact.claim(1).orElseThrow().statement()).isEqualTo(new Meeting("2000", "Dushanbe"));
    }

    @Test
    void a_fact_whose_preferred_claim_denies_it_does_not_stand() {
        assertThat(factAfter(RECORDED, denied(2, "2000")).stands()).isTrue();
        assertThat(factAfter(RECORDED, denied(2, "2000"), preferred(2, "2000", false))
                        .stands())
                .isFalse();
        assertThat(factAfter(RECORDED, denied(2, "2000"), preferred(2, "2000", false), preferred(1, "2000", true))
                        .stands())
                .isTrue();
    }

    @Test
    void a_withdrawn_claim_keeps_its_number_and_the_reason() {
        var fact = factAfter(RECORDED, CLAIM_2, withdrawn(2, "2000"), claimed(3, "2000", "2002"));
        assertThat(fact.claim(2).orElseThrow().withdrawal()).contains("a forgery");
        assertThat(fact.claim(3).orElseThrow().statement()).isEqualTo(meeting("2002"));
        assertThat(fact.statement()).isEqualTo(meeting("2000"));
    }

    @ParameterizedTest
    @MethodSource("laterEvents")
    void an_event_about_an_unknown_fact_changes_nothing(FactEvent<Meeting> event) {
        var stream = FactStream.<Meeting>empty().with(recorded("2", "2000"));
        assertThat(stream.with(event)).isEqualTo(stream);
    }

    @ParameterizedTest
    @MethodSource("laterEvents")
    void an_event_leaves_the_other_facts_and_the_former_state_unchanged(FactEvent<Meeting> event) {
        var before = FactStream.<Meeting>empty().withAll(List.of(RECORDED, recorded("2", "1990"), CLAIM_2));
        var other = before.find("2").orElseThrow();
        var fact = before.find("1").orElseThrow();
        var after = before.with(event);
        assertThat(after.find("2")).contains(other);
        assertThat(after.find("1")).isPresent().get().isNotEqualTo(fact);
        assertThat(before.find("1")).contains(fact);
    }

    static List<FactEvent<Meeting>> laterEvents() {
        return List.of(
                corrected(meeting("1999"), "date"),
                retracted("1", "2000"),
                new Sourced<>("1", meeting("2000"), MEMOIR),
                claimed(3, "2000", "2002"),
                preferred(2, "2001", true),
                withdrawn(2, "2000"));
    }
}

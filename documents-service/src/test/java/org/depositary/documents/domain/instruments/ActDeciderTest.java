package org.depositary.documents.domain.instruments;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Corrected;
import org.depositary.facts.FactEvent.Recorded;
import org.depositary.facts.FactStream;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.instruments.ActKind;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.sources.Source;
import org.junit.jupiter.api.Test;

class ActDeciderTest {

    private static final List<Source> SOURCES =
            List.of(Source.reference("A chronicle", "https://example.org/chronicle"));

    @SafeVarargs
    private static DeciderSpecification<
                    FactCommand<InstrumentAct>, FactStream<InstrumentAct>, FactEvent<InstrumentAct>, Problem>
            given(FactEvent<InstrumentAct>... events) {
        return DeciderSpecification.of(
                        ActDecider.DECIDER.initial(),
                        ActDecider.DECIDER::decide,
                        ActDecider.DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(events);
    }

    private static InstrumentAct act(ActKind kind, String effective) {
        return act(kind, effective, Optional.empty(), Optional.empty());
    }

    private static InstrumentAct act(
            ActKind kind, String effective, Optional<String> inForce, Optional<String> reservation) {
        return new InstrumentAct(
                "treaty-of-the-steppe",
                new Party("KZ"),
                kind,
                PartialDate.parse(effective),
                inForce.map(PartialDate::parse),
                Optional.empty(),
                Optional.empty(),
                reservation,
                Optional.empty());
    }

    private static FactEvent<InstrumentAct> recorded(ActKind kind, String effective) {
        return new Recorded<>(kind.toString(), act(kind, effective), SOURCES);
    }

    private static FactCommand<InstrumentAct> record(InstrumentAct... acts) {
        return new RecordFacts<>(Stream.of(acts)
                .map(act -> new NewFact<>("new-" + act.act(), act, SOURCES))
                .toList());
    }

    @Test
    void acts_come_in_any_order_of_effective_date() {
        given(recorded(ActKind.RATIFICATION, "2003-01-10"))
                .when(record(act(ActKind.SIGNATURE, "2001-06-15")))
                .then(new Recorded<>("new-signature", act(ActKind.SIGNATURE, "2001-06-15"), SOURCES));
    }

    @Test
    void a_second_ratification_is_rejected() {
        given(recorded(ActKind.RATIFICATION, "2003-01-10"))
                .when(record(act(ActKind.RATIFICATION, "2004")))
                .thenRejected(ProblemType.CONFLICT, "/api/acts/ratification");
    }

    @Test
    void an_accession_after_a_ratification_is_rejected() {
        given(recorded(ActKind.RATIFICATION, "2003-01-10"))
                .when(record(act(ActKind.ACCESSION, "2004")))
                .thenRejected(ProblemType.CONFLICT, "/api/acts/ratification");
    }

    @Test
    void a_ratification_after_a_denunciation_is_rejected() {
        given(recorded(ActKind.ACCESSION, "1992"), recorded(ActKind.DENUNCIATION, "1999"))
                .when(record(act(ActKind.RATIFICATION, "2006")))
                .thenRejected(ProblemType.CONFLICT, "/api/acts/denunciation");
    }

    @Test
    void a_denunciation_without_a_signature_or_consent_is_rejected() {
        given(recorded(ActKind.DECLARATION, "2001"))
                .when(record(act(ActKind.DENUNCIATION, "2003")))
                .thenRejected(ProblemType.CONFLICT);
    }

    @Test
    void a_withdrawal_without_a_reservation_is_rejected() {
        given(recorded(ActKind.RATIFICATION, "2001"))
                .when(record(act(ActKind.RESERVATION_WITHDRAWAL, "2003")))
                .thenRejected(ProblemType.CONFLICT);
    }

    @Test
    void acts_that_only_make_sense_together_are_decided_together() {
        var withdrawal = act(ActKind.RESERVATION_WITHDRAWAL, "2006", Optional.empty(), Optional.of("new-reservation"));
        given(recorded(ActKind.RATIFICATION, "2001"))
                .when(record(withdrawal, act(ActKind.RESERVATION, "2001")))
                .then(
                        new Recorded<>("new-reservation-withdrawal", withdrawal, SOURCES),
                        new Recorded<>("new-reservation", act(ActKind.RESERVATION, "2001"), SOURCES));
    }

    @Test
    void an_act_on_which_another_depends_is_not_retracted() {
        given(recorded(ActKind.RATIFICATION, "2001"), recorded(ActKind.DENUNCIATION, "2003"))
                .when(new RetractFact<>("ratification", "misread"))
                .thenRejected(ProblemType.CONFLICT, "/api/acts/denunciation");
    }

    @Test
    void a_correction_keeps_the_timeline_coherent() {
        given(recorded(ActKind.RATIFICATION, "2001"), recorded(ActKind.DENUNCIATION, "2003"))
                .when(new CorrectFact<>(
                        "ratification",
                        any -> act(ActKind.RATIFICATION, "2002"),
                        List.of("effective"),
                        "misread",
                        List.of()))
                .then(new Corrected<>(
                        "ratification", act(ActKind.RATIFICATION, "2002"), List.of("effective"), "misread", SOURCES));
        given(recorded(ActKind.RATIFICATION, "2001"), recorded(ActKind.DENUNCIATION, "2003"))
                .when(new CorrectFact<>(
                        "ratification",
                        any -> act(ActKind.RATIFICATION, "2004"),
                        List.of("effective"),
                        "misread",
                        List.of()))
                .thenRejected(ProblemType.CONFLICT, "/api/acts/denunciation");
    }

    @Test
    void an_act_that_takes_effect_before_it_is_done_is_not_valid() {
        assertThatThrownBy(() ->
                        ActDecider.validate(act(ActKind.RATIFICATION, "2003", Optional.of("2001"), Optional.empty())))
                .isInstanceOf(Problem.class);
        ActDecider.validate(act(ActKind.SUCCESSION, "1994", Optional.of("1991-12-16"), Optional.empty()));
    }
}

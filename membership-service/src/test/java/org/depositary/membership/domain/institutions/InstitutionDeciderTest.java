package org.depositary.membership.domain.institutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.depositary.eventsourcing.ProblemType.ALREADY_RETRACTED;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.eventsourcing.ProblemType.NOT_FOUND;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.facts.Claim;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.OrganizationFact.Seat;
import org.depositary.membership.domain.institutions.Meeting.Attendance;
import org.depositary.membership.domain.institutions.Organ.State;
import org.depositary.membership.domain.institutions.TermOfOffice.Holder;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.Place;
import org.depositary.vocabulary.sources.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstitutionDeciderTest {

    private static final List<Source> SOURCES =
            List.of(Source.reference("A chronicle", "https://example.org/chronicle"));

    @Test
    void a_term_is_recorded() {
        given().when(record(term("2007", "2010"))).then(recorded(term("2007", "2010")));
    }

    @Test
    void an_organ_is_proposed_and_then_operates() {
        given(recorded("1", organ("energy-club", State.PROPOSED, "2006")))
                .when(record("2", organ("energy-club", State.OPERATIONAL, "2013")))
                .then(recorded("2", organ("energy-club", State.OPERATIONAL, "2013")));
    }

    @Test
    void a_correction_must_fit_too() {
        given(recorded(term("2007", "2010")))
                .when(correct("to", term("2007", "2006")))
                .thenRejected(INVALID);
        given(recorded(term("2007", "2010")))
                .when(correct("to", term("2007", "2011")))
                .then(new FactEvent.Corrected<>("1", term("2007", "2011"), List.of("to"), "misread", SOURCES));
    }

    @Test
    void a_claim_that_fits_is_preferred() {
        var claimed = new ClaimOtherwise<InstitutionalFact>(
                "1", term -> term("2006", "2010"), List.of("from"), true, SOURCES);
        var claim =
                new Claim<InstitutionalFact>(2, term("2006", "2010"), List.of("from"), true, SOURCES, Optional.empty());
        given(recorded(term("2007", "2010")))
                .when(claimed)
                .then(new FactEvent.Claimed<>("1", term("2007", "2010"), claim));
        given(recorded(term("2007", "2010")), new FactEvent.Claimed<>("1", term("2007", "2010"), claim))
                .when(new PreferClaim<>("1", 2, "nearer"))
                .then(new FactEvent.Preferred<>("1", term("2006", "2010"), 2, true, "nearer", SOURCES));
    }

    @Test
    void a_claim_that_does_not_fit_cannot_be_preferred() {
        var claim =
                new Claim<InstitutionalFact>(2, term("2011", "2010"), List.of("from"), true, SOURCES, Optional.empty());
        given(recorded(term("2007", "2010")), new FactEvent.Claimed<>("1", term("2007", "2010"), claim))
                .when(new PreferClaim<>("1", 2, "nearer"))
                .thenRejected(INVALID);
    }

    @Test
    void what_is_retracted_is_retracted_once() {
        given().when(new RetractFact<>("1", "never so")).thenRejected(NOT_FOUND);
        given(recorded(term("2007", "2010")), new FactEvent.Retracted<>("1", term("2007", "2010"), "never so"))
                .when(new RetractFact<>("1", "never so"))
                .thenRejected(ALREADY_RETRACTED);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(organ("rats", Optional.of("rats")), "#/parent"),
                Arguments.of(organ("rats", Optional.of("The Council")), "#/parent"),
                Arguments.of(term("2007", "2006-12-31"), "#/to"),
                Arguments.of(term(new Holder(Optional.empty(), Optional.empty())), "#/holder"),
                Arguments.of(term(new Holder(Optional.empty(), Optional.of(new Party("csto")))), "#/holder/country"),
                Arguments.of(term(new Holder(Optional.of(" "), Optional.empty())), "#/holder/name"),
                Arguments.of(untimed(), "#/from"),
                Arguments.of(meeting(Optional.empty(), List.of()), "#/title"),
                Arguments.of(
                        meeting(
                                Optional.of("Dushanbe"),
                                List.of(new Attendance(new Party("UZ"), Optional.of("g".repeat(101))))),
                        "#/attendance/0/as"),
                Arguments.of(relation("sco", "2031"), "#/with"),
                Arguments.of(relation("csto", "2001"), "#/until"),
                Arguments.of(contribution(Map.of(), Optional.empty()), "#/shares"),
                Arguments.of(contribution(Map.of("RU", "24"), Optional.of(BigDecimal.TEN)), "#/shares"),
                Arguments.of(contribution(Map.of("RU", "-1"), Optional.empty()), "#/shares/RU"),
                Arguments.of(contribution(Map.of(), Optional.of(new BigDecimal("1e999999999"))), "#/amount"),
                Arguments.of(contribution(Map.of(), Optional.of(new BigDecimal("1e-999999999"))), "#/amount"),
                Arguments.of(rule(" "), "#/rule"),
                Arguments.of(figure("1234567890.1234567"), "#/value"),
                Arguments.of(figure(Optional.of("sco"), Optional.of(new Party("KZ"))), "#/party"),
                Arguments.of(figure(Optional.empty(), Optional.empty()), "#/party"),
                Arguments.of(seated(new Party("csto")), "#/seat/country"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void what_does_not_fit_is_pointed_at(InstitutionalFact fact, String pointer) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> InstitutionDecider.validate(fact))
                .satisfies(problem -> assertThat(problem.flaws())
                        .extracting(Problem.Flaw::pointer)
                        .containsExactly(pointer));
        given().when(record("1", fact)).thenRejected(INVALID);
    }

    @Test
    void shares_that_do_not_add_up_are_taken_and_told() {
        var shares = contribution(
                Map.of("RU", "24", "CN", "24", "KZ", "21", "UZ", "15", "KG", "10", "TJ", "9"), Optional.empty());
        given().when(record("1", shares)).then(recorded("1", shares));
        assertThat(shares.warnings()).containsExactly("shares sum to 103");
        assertThat(contribution(Map.of("RU", "60", "CN", "40"), Optional.empty())
                        .warnings())
                .isEmpty();
        assertThat(contribution(Map.of(), Optional.of(BigDecimal.ONE)).warnings())
                .isEmpty();
    }

    @Test
    void a_number_has_one_form() {
        assertThat(figure("1e3")).isEqualTo(figure("1000")).isEqualTo(figure("1000.00"));
        assertThat(((StatisticalFigure) figure("20")).value()).contains(new BigDecimal("20"));
    }

    @SafeVarargs
    private static DeciderSpecification<
                    FactCommand<InstitutionalFact>,
                    FactStream<InstitutionalFact>,
                    FactEvent<InstitutionalFact>,
                    Problem>
            given(FactEvent<InstitutionalFact>... events) {
        return DeciderSpecification.of(
                        InstitutionDecider.DECIDER.initial(),
                        InstitutionDecider.DECIDER::decide,
                        InstitutionDecider.DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(events);
    }

    private static FactCommand<InstitutionalFact> record(InstitutionalFact fact) {
        return record("1", fact);
    }

    private static FactCommand<InstitutionalFact> record(String id, InstitutionalFact fact) {
        return new RecordFacts<>(List.of(new NewFact<>(id, fact, SOURCES)));
    }

    private static FactEvent<InstitutionalFact> recorded(InstitutionalFact fact) {
        return recorded("1", fact);
    }

    private static FactEvent<InstitutionalFact> recorded(String id, InstitutionalFact fact) {
        return new FactEvent.Recorded<>(id, fact, SOURCES);
    }

    private static FactCommand<InstitutionalFact> correct(String field, InstitutionalFact corrected) {
        return new CorrectFact<>("1", fact -> corrected, List.of(field), "misread", List.of());
    }

    private static InstitutionalFact organ(String id, State state, String effective) {
        return new Organ(
                "sco",
                id,
                new NamesByLanguage(Map.of("en", id)),
                Optional.empty(),
                Optional.empty(),
                state,
                PartialDate.parse(effective),
                Optional.empty(),
                Optional.empty());
    }

    private static InstitutionalFact organ(String id, Optional<String> parent) {
        return new Organ(
                "sco",
                id,
                new NamesByLanguage(Map.of("en", id)),
                parent,
                Optional.empty(),
                State.OPERATIONAL,
                PartialDate.parse("2004"),
                Optional.empty(),
                Optional.empty());
    }

    private static InstitutionalFact seated(Party country) {
        return new Organ(
                "sco",
                "rats",
                new NamesByLanguage(Map.of("en", "RATS")),
                Optional.empty(),
                Optional.empty(),
                State.OPERATIONAL,
                PartialDate.parse("2004"),
                Optional.of(new Seat(Optional.of("Tashkent"), Optional.of(country))),
                Optional.empty());
    }

    private static InstitutionalFact term(String from, String to) {
        return term(
                new Holder(Optional.of("Bolat Nurgaliev"), Optional.of(new Party("KZ"))),
                Optional.of(PartialDate.parse(from)),
                Optional.of(PartialDate.parse(to)));
    }

    private static InstitutionalFact term(Holder holder) {
        return term(holder, Optional.of(PartialDate.parse("2007")), Optional.empty());
    }

    private static InstitutionalFact untimed() {
        return term(new Holder(Optional.of("Somebody"), Optional.empty()), Optional.empty(), Optional.empty());
    }

    private static InstitutionalFact term(Holder holder, Optional<PartialDate> from, Optional<PartialDate> to) {
        return new TermOfOffice("sco", "secretary-general", Optional.of("secretariat"), holder, from, to);
    }

    private static InstitutionalFact meeting(Optional<String> title, List<Attendance> attendance) {
        return new Meeting(
                "sco",
                Optional.empty(),
                title,
                Period.parse("2000-07"),
                Optional.of(new Place(
                        Optional.of("Dushanbe"), Optional.of(new Party("TJ")), Optional.empty(), Optional.empty())),
                attendance,
                List.of());
    }

    private static InstitutionalFact relation(String with, String until) {
        return new NonMemberRelation(
                "sco",
                new Party(with),
                "memorandum",
                PartialDate.parse("2007-10"),
                Optional.of(PartialDate.parse(until)),
                Optional.empty());
    }

    private static InstitutionalFact contribution(Map<String, String> percent, Optional<BigDecimal> amount) {
        var shares = new LinkedHashMap<Party, BigDecimal>();
        percent.forEach((party, share) -> shares.put(new Party(party), new BigDecimal(share)));
        return new Contribution("sco", Period.parse("2007~"), "percent", shares, amount, Optional.empty());
    }

    private static InstitutionalFact rule(String rule) {
        return new OrganizationRule(
                "sco",
                "decisions",
                rule,
                List.of("suspension"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static InstitutionalFact figure(Optional<String> organization, Optional<Party> party) {
        return new StatisticalFigure(
                organization, party, Optional.empty(), "staff", Optional.empty(), "persons", Period.parse("2006"));
    }

    private static InstitutionalFact figure(String value) {
        return new StatisticalFigure(
                Optional.of("sco"),
                Optional.empty(),
                Optional.of("secretariat"),
                "staff",
                Optional.of(new BigDecimal(value)),
                "persons",
                Period.parse("2006"));
    }
}

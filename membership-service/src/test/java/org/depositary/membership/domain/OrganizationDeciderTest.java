package org.depositary.membership.domain;

import static org.depositary.eventsourcing.ProblemType.CONFLICT;
import static org.depositary.eventsourcing.ProblemType.NOT_FOUND;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.depositary.membership.domain.OrganizationFact.Seat;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.sources.Source;
import org.junit.jupiter.api.Test;

class OrganizationDeciderTest {

    private static final List<Source> SOURCES =
            List.of(Source.reference("A chronicle", "https://example.org/chronicle"));

    @Test
    void an_organisation_is_registered() {
        given().when(record(registration())).then(recorded(registration()));
    }

    @Test
    void what_is_not_registered_cannot_change() {
        given().when(record(moved("1", "2004"))).thenRejected(NOT_FOUND);
    }

    @Test
    void a_registered_organisation_moves() {
        given(recorded(registration())).when(record(moved("1", "2004"))).then(recorded(moved("1", "2004")));
    }

    @Test
    void nothing_changes_before_the_founding() {
        given(recorded(registration()))
                .when(record(moved("1", "1999")))
                .thenRejected(CONFLICT, "/api/organizations/sco");
    }

    @Test
    void a_change_in_the_year_of_the_founding_may_be_later() {
        given(recorded(registration())).when(record(moved("1", "2001"))).then(recorded(moved("1", "2001")));
    }

    @Test
    void an_organisation_is_dissolved_once() {
        given(recorded(registration()), recorded(dissolved("1", "2010")))
                .when(record(dissolved("2", "2012")))
                .thenRejected(CONFLICT, "/api/organization-changes/1");
    }

    @Test
    void the_founding_cannot_move_behind_a_change() {
        given(recorded(registration()), recorded(moved("1", "2004")))
                .when(new CorrectFact<>("sco", statement -> founded("2005"), List.of("founded"), "misread", List.of()))
                .thenRejected(CONFLICT, "/api/organization-changes/1");
    }

    @Test
    void a_retracted_dissolution_makes_room_for_another() {
        given(
                        recorded(registration()),
                        recorded(dissolved("1", "2010")),
                        new FactEvent.Retracted<>("1", dissolved("1", "2010").statement(), "it was another one"))
                .when(record(dissolved("2", "2012")))
                .then(recorded(dissolved("2", "2012")));
    }

    @Test
    void a_registration_is_retracted_after_its_changes() {
        given(recorded(registration()), recorded(moved("1", "2004")))
                .when(new RetractFact<>("sco", "never existed"))
                .thenRejected(CONFLICT, "/api/organization-changes/1");
        given(recorded(registration()))
                .when(new RetractFact<>("sco", "never existed"))
                .then(new FactEvent.Retracted<>("sco", registration().statement(), "never existed"));
    }

    @SafeVarargs
    private static DeciderSpecification<
                    FactCommand<OrganizationFact>, FactStream<OrganizationFact>, FactEvent<OrganizationFact>, Problem>
            given(FactEvent<OrganizationFact>... events) {
        return DeciderSpecification.of(
                        OrganizationDecider.DECIDER.initial(),
                        OrganizationDecider.DECIDER::decide,
                        OrganizationDecider.DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(events);
    }

    private static FactCommand<OrganizationFact> record(NewFact<OrganizationFact> fact) {
        return new RecordFacts<>(List.of(fact));
    }

    private static FactEvent<OrganizationFact> recorded(NewFact<OrganizationFact> fact) {
        return new FactEvent.Recorded<>(fact.id(), fact.statement(), fact.sources());
    }

    private static NewFact<OrganizationFact> registration() {
        return new NewFact<>("sco", founded("2001-06-15"), SOURCES);
    }

    private static OrganizationFact founded(String date) {
        return new Organization(
                new NamesByLanguage(Map.of("en", "Shanghai Cooperation Organisation")),
                Optional.of("SCO"),
                Optional.of(PartialDate.parse(date)),
                Optional.empty(),
                Optional.of("shanghai-five"));
    }

    private static NewFact<OrganizationFact> moved(String id, String effective) {
        return change(id, effective, Optional.of(seat()), Optional.empty());
    }

    private static NewFact<OrganizationFact> dissolved(String id, String effective) {
        return change(id, effective, Optional.empty(), Optional.of(true));
    }

    private static NewFact<OrganizationFact> change(
            String id, String effective, Optional<Seat> seat, Optional<Boolean> dissolved) {
        var change = new OrganizationChange(
                "sco", PartialDate.parse(effective), Optional.empty(), seat, dissolved, Optional.empty());
        return new NewFact<>(id, change, SOURCES);
    }

    private static Seat seat() {
        return new Seat(Optional.of("Beijing"), Optional.of(new Party("CN")));
    }
}

package org.depositary.membership.domain;

import static org.depositary.vocabulary.timeline.MembershipChangeKind.ACCESSION;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.depositary.eventsourcing.Problem;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.timeline.MembershipChangeKind;

/** What can happen to the membership of one party in one organisation, in the words of the tests. */
final class MembershipSteps {

    static final List<Source> SOURCES = List.of(Source.reference("A chronicle", "https://example.org/chronicle"));

    private MembershipSteps() {}

    @SafeVarargs
    static DeciderSpecification<
                    FactCommand<MembershipChange>, FactStream<MembershipChange>, FactEvent<MembershipChange>, Problem>
            given(FactEvent<MembershipChange>... events) {
        return DeciderSpecification.of(
                        MembershipDecider.DECIDER.initial(),
                        MembershipDecider.DECIDER::decide,
                        MembershipDecider.DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(events);
    }

    @SafeVarargs
    static FactCommand<MembershipChange> record(NewFact<MembershipChange>... facts) {
        return new RecordFacts<>(Arrays.asList(facts));
    }

    /** As an array of facts in one request. */
    @SafeVarargs
    static FactCommand<MembershipChange> recordArray(NewFact<MembershipChange>... facts) {
        return new RecordFacts<>(IntStream.range(0, facts.length)
                .mapToObj(i -> new NewFact<>(facts[i].id(), facts[i].statement(), facts[i].sources(), "#/" + i))
                .toList());
    }

    static FactCommand<MembershipChange> correct(String id, String effective) {
        return new CorrectFact<>(
                id,
                change -> change(id, change.change(), effective).statement(),
                List.of("effective"),
                "misread",
                List.of());
    }

    static String url(String id) {
        return "/api/membership-changes/" + id;
    }

    static FactEvent<MembershipChange> recorded(NewFact<MembershipChange> fact) {
        return new FactEvent.Recorded<>(fact.id(), fact.statement(), fact.sources());
    }

    static NewFact<MembershipChange> accession(String id, String effective) {
        return change(id, ACCESSION, effective);
    }

    static NewFact<MembershipChange> change(String id, MembershipChangeKind change, String effective) {
        var statement = new MembershipChange(
                "cst",
                new Party("UZ"),
                Optional.empty(),
                change,
                PartialDate.parse(effective),
                false,
                Optional.empty(),
                Optional.empty());
        return new NewFact<>(id, statement, SOURCES);
    }
}

package org.depositary.membership.domain;

import java.util.List;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;

/**
 * Decides the facts about one organisation. It is registered once, changes only while registered, and is dissolved at
 * most once, after its founding.
 */
public final class OrganizationDecider {

    public static final Decider<
                    FactCommand<OrganizationFact>, FactStream<OrganizationFact>, FactEvent<OrganizationFact>>
            DECIDER = FactDecider.withInvariant(OrganizationDecider::rejectContradictions);

    private OrganizationDecider() {}

    private static void rejectContradictions(FactStream<OrganizationFact> stream) {
        var registration = registration(stream);
        var changes = changes(stream);
        if (changes.stream().filter(change -> change.dissolved().isPresent()).count() > 1) {
            throw Problem.of(ProblemType.CONFLICT, "The organisation is dissolved already; correct or retract that");
        }
        changes.forEach(change -> rejectBeforeFounding(registration, change));
    }

    private static Organization registration(FactStream<OrganizationFact> stream) {
        var registered = stream.facts().values().stream()
                .filter(fact -> fact.statement() instanceof Organization)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The organisation is not registered; PUT it first"));
        if (!registered.stands() && !changes(stream).isEmpty()) {
            throw Problem.of(ProblemType.CONFLICT, "Retract the organisation's changes before its registration");
        }
        return (Organization) registered.statement();
    }

    private static List<OrganizationChange> changes(FactStream<OrganizationFact> stream) {
        return stream.standing().stream()
                .map(fact -> fact.statement())
                .filter(OrganizationChange.class::isInstance)
                .map(OrganizationChange.class::cast)
                .toList();
    }

    /** Rejects a change that certainly lies before the founding. */
    private static void rejectBeforeFounding(Organization registration, OrganizationChange change) {
        var founded = registration.founded().flatMap(date -> date.earliest());
        var changed = change.effective().latest();
        if (founded.isPresent() && changed.isPresent() && changed.get().isBefore(founded.get())) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "The change of %s lies before the founding on %s"
                            .formatted(
                                    change.effective(), registration.founded().get()));
        }
    }
}

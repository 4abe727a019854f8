package org.depositary.membership.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.FactStreamTransition;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * Decides the facts about one organisation. An organisation is registered once, changes only while it is registered,
 * and is dissolved at most once, after its founding.
 */
public final class OrganizationDecider {

    public static final Decider<
                    FactCommand<OrganizationFact>, FactStream<OrganizationFact>, FactEvent<OrganizationFact>>
            DECIDER = FactDecider.withInvariant(OrganizationDecider::rejectContradictions);

    public static final String PATH = "/api/organizations";

    public static final String CHANGES_PATH = "/api/organization-changes";

    private OrganizationDecider() {}

    private static void rejectContradictions(FactStreamTransition<OrganizationFact> attempt) {
        var registration = registration(attempt);
        var changes = changes(attempt.after());
        dissolvedOnce(attempt, changes);
        changes.forEach(change -> notBeforeFounding(attempt, registration, change));
    }

    private static Fact<OrganizationFact> registration(FactStreamTransition<OrganizationFact> attempt) {
        var registration = attempt.after().facts().values().stream()
                .filter(fact -> fact.statement() instanceof Organization)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The organisation is not registered. PUT it first"));
        var changes = changes(attempt.after());
        if (!registration.stands() && !changes.isEmpty()) {
            var recorded = recorded(attempt, changes);
            throw Problem.of(
                            ProblemType.CONFLICT,
                            "Retract the organisation's changes before its registration: "
                                    + String.join(", ", recorded))
                    .conflictingWith(recorded);
        }
        return registration;
    }

    private static List<Fact<OrganizationFact>> changes(FactStream<OrganizationFact> stream) {
        return stream.standing().stream()
                .filter(fact -> fact.statement() instanceof OrganizationChange)
                .toList();
    }

    private static void dissolvedOnce(
            FactStreamTransition<OrganizationFact> attempt, List<Fact<OrganizationFact>> changes) {
        var dissolutions = changes.stream()
                .filter(fact -> change(fact).dissolved().isPresent())
                .toList();
        if (dissolutions.size() > 1) {
            var names = dissolutions.stream()
                    .map(fact ->
                            "the %s".formatted(name("dissolution", change(fact).effective(), attempt, fact)))
                    .collect(Collectors.joining(" and "));
            throw Problem.of(
                            ProblemType.CONFLICT,
                            "The organisation can be dissolved only once, not by %s. Correct or retract one of them"
                                    .formatted(names))
                    .conflictingWith(recorded(attempt, dissolutions));
        }
    }

    /** Rejects a change whose date is certainly before the founding, because the organisation did not exist then. */
    private static void notBeforeFounding(
            FactStreamTransition<OrganizationFact> attempt,
            Fact<OrganizationFact> registration,
            Fact<OrganizationFact> changed) {
        var founding = ((Organization) registration.statement()).founded();
        var founded = founding.flatMap(PartialDate::earliest);
        var effective = change(changed).effective();
        var latest = effective.latest();
        if (founded.isPresent() && latest.isPresent() && latest.get().isBefore(founded.get())) {
            throw Problem.of(
                            ProblemType.CONFLICT,
                            "The %s lies before the %s"
                                    .formatted(
                                            name("change", effective, attempt, changed),
                                            name("founding", founding.get(), attempt, registration)))
                    .conflictingWith(recorded(attempt, List.of(registration, changed)));
        }
    }

    private static OrganizationChange change(Fact<OrganizationFact> fact) {
        return (OrganizationChange) fact.statement();
    }

    private static List<String> recorded(
            FactStreamTransition<OrganizationFact> attempt, List<Fact<OrganizationFact>> facts) {
        return facts.stream()
                .filter(fact -> attempt.isRecorded(fact.id()))
                .map(OrganizationDecider::url)
                .toList();
    }

    private static String name(
            String what,
            PartialDate when,
            FactStreamTransition<OrganizationFact> attempt,
            Fact<OrganizationFact> fact) {
        return attempt.isRecorded(fact.id())
                ? "recorded %s of %s (%s)".formatted(what, when, url(fact))
                : "%s of %s %s".formatted(what, when, attempt.place(fact.id()));
    }

    private static String url(Fact<OrganizationFact> fact) {
        return (fact.statement() instanceof Organization ? PATH : CHANGES_PATH) + "/" + fact.id();
    }
}

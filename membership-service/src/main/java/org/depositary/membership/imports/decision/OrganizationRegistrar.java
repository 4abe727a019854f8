package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactStream;
import org.depositary.membership.command.MembershipRequestParser;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.depositary.membership.imports.staging.OrganizationUnit;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.sources.Source;

/** Checks that the organisation of a unit is registered. If it is not and the file gives its name, registers it. */
final class OrganizationRegistrar {

    private final OrganizationUnit unit;
    private final UnitOfWork unitOfWork;

    OrganizationRegistrar(OrganizationUnit unit, UnitOfWork unitOfWork) {
        this.unit = unit;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Returns the reason why nothing can be recorded about the organisation. Empty if it is registered or can be
     * registered.
     */
    Optional<String> refusal() {
        var registration = registration();
        if (registration.isPresent()) {
            return registration.filter(fact -> !fact.stands()).map(retracted -> "The registration of %s was retracted"
                    .formatted(unit.organization()));
        }
        if (unit.name().isEmpty()) {
            return Optional.of("Organisation %s is not registered. Add its organization_name, or register it"
                    .formatted(unit.organization()));
        }
        try {
            MembershipRequestParser.newOrganization(unit.organization());
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem.detail());
        }
    }

    /**
     * Registers the organisation if it is not registered yet. Returns the reason why that is impossible, like {@link
     * #refusal}.
     *
     * @param sources gives the sources of the registration
     */
    Optional<String> refusalOrRegister(Supplier<List<Source>> sources) {
        var refusal = refusal();
        if (refusal.isPresent() || registration().isPresent()) {
            return refusal;
        }
        try {
            register(sources.get());
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem.detail());
        }
    }

    private void register(List<Source> sources) {
        var id = unit.organization();
        var organization = new Organization(
                new NamesByLanguage(Map.of("en", unit.name().orElseThrow())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var fact = new NewFact<OrganizationFact>(id, organization, sources);
        unitOfWork.handle(ORGANIZATIONS, ORGANIZATIONS.stream(id), new RecordFacts<>(List.of(fact)));
    }

    /**
     * Whether the organisation was dissolved on or before the first day of the following year, according to the
     * recorded facts.
     */
    boolean endsWith(int year) {
        var firstDayAfter = LocalDate.of(year + 1, 1, 1);
        return recorded().standing().stream()
                .map(Fact::statement)
                .filter(OrganizationChange.class::isInstance)
                .map(OrganizationChange.class::cast)
                .filter(change -> change.dissolved().isPresent())
                .anyMatch(change -> change.effective()
                        .earliest()
                        .filter(day -> day.isAfter(firstDayAfter))
                        .isEmpty());
    }

    private Optional<Fact<OrganizationFact>> registration() {
        return recorded().find(unit.organization());
    }

    private FactStream<OrganizationFact> recorded() {
        return unitOfWork.read(ORGANIZATIONS, ORGANIZATIONS.stream(unit.organization()));
    }
}

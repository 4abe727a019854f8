package org.depositary.membership.imports;

import static org.depositary.membership.events.MembershipFacts.MEMBERSHIP;
import static org.depositary.membership.events.MembershipFacts.ORGANIZATIONS;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.Session;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.Together;
import org.depositary.facts.FactStream;
import org.depositary.membership.command.MembershipInput;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.depositary.vocabulary.Names;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.timeline.Status;

/** Decides what a file says of one organisation, in the session in which that is recorded. */
final class OrganizationImport {

    private final Import asked;
    private final Session session;
    private final Units units;
    private final Outcomes outcomes;
    private final SetFacts setFacts;
    private final Map<String, YearBody> bodies = new HashMap<>();

    OrganizationImport(Import asked, Session session, ObjectMapper mapper) {
        var sql = new Sql(session.connection());
        this.asked = asked;
        this.session = session;
        this.units = new Units(sql, mapper);
        this.outcomes = new Outcomes(sql, mapper);
        this.setFacts = new SetFacts(sql, outcomes);
    }

    /** Does the next unit of the import; false when there is none that nobody works on. */
    boolean next() {
        var unit = units.claim(asked);
        unit.ifPresent(this::decide);
        return unit.isPresent();
    }

    private void decide(Units.Unit unit) {
        var rows = units.takeRows(asked.id(), unit);
        var all = refusal(unit, rows)
                .map(reason -> rows.stream()
                        .map(row -> Outcome.rejected(row.line(), reason).about(unit.organization(), row.party()))
                        .toList())
                .orElseGet(() -> decide(unit, rows));
        outcomes.add(
                asked.id(), asked.dryRun() ? all.stream().map(Outcome::imagined).toList() : all);
        if (!asked.dryRun()) {
            setFacts.note(asked.set(), unit.organization(), all);
        }
        units.done(asked.id(), unit.organization(), all);
    }

    /** Why nothing can be recorded of the organisation; registers it, if that is all it needs. */
    private Optional<String> refusal(Units.Unit unit, List<StagedRow> rows) {
        var fact = organization(unit).flatMap(ledger -> ledger.find(unit.organization()));
        if (fact.isPresent()) {
            return fact.filter(registered -> !registered.stands())
                    .map(retracted -> "The registration of %s was retracted".formatted(unit.organization()));
        }
        if (unit.name().isEmpty()) {
            return Optional.of("No organisation is registered as %s; give its organization_name, or register it"
                    .formatted(unit.organization()));
        }
        try {
            register(
                    MembershipInput.newOrganization(unit.organization()),
                    unit.name().get(),
                    sources(rows.getFirst()));
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem.detail());
        }
    }

    private Optional<FactStream<OrganizationFact>> organization(Units.Unit unit) {
        return session.state(ORGANIZATIONS, ORGANIZATIONS.stream(unit.organization()));
    }

    private void register(String id, String name, List<Source> sources) {
        if (!asked.dryRun()) {
            var organization = new Organization(
                    new Names(Map.of("en", name)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            var fact = new NewFact<OrganizationFact>(id, organization, sources);
            session.handle(ORGANIZATIONS, ORGANIZATIONS.stream(id), new RecordFacts<>(List.of(fact)));
        }
    }

    private List<Source> sources(StagedRow row) {
        return asked.format() == Format.STATE_YEARS
                ? units.year(row).sources()
                : units.statement(row).sources();
    }

    private List<Outcome> decide(Units.Unit unit, List<StagedRow> rows) {
        var byParty = new LinkedHashMap<String, List<StagedRow>>();
        rows.forEach(row ->
                byParty.computeIfAbsent(row.party(), party -> new ArrayList<>()).add(row));
        var said = setFacts.of(asked.set(), unit.organization());
        var parties = new TreeSet<>(byParty.keySet());
        parties.addAll(said.keySet());
        var open = unit.lastYear().filter(year -> !endsAfter(unit, year));
        session.load(
                MEMBERSHIP,
                parties.stream()
                        .map(party -> stream(unit.organization(), party))
                        .toList());
        var all = new ArrayList<Outcome>();
        for (var party : parties) {
            var file = read(unit.organization(), party, byParty.getOrDefault(party, List.of()), open);
            all.addAll(decide(unit.organization(), party, file, said.getOrDefault(party, List.of())));
        }
        return all;
    }

    /** Whether the organisation itself ends in that year, or with it. */
    private boolean endsAfter(Units.Unit unit, int year) {
        var next = LocalDate.of(year + 1, 1, 1);
        return organization(unit).stream()
                .flatMap(ledger -> ledger.standing().stream())
                .map(Fact::statement)
                .filter(OrganizationChange.class::isInstance)
                .map(OrganizationChange.class::cast)
                .filter(change -> change.dissolved().isPresent())
                .anyMatch(change -> change.effective()
                        .earliest()
                        .filter(day -> day.isAfter(next))
                        .isEmpty());
    }

    private FileChanges read(String organization, String party, List<StagedRow> rows, Optional<Integer> open) {
        if (asked.format() == Format.CHANGES) {
            return FileChanges.of(rows.stream()
                    .map(row -> new Wanted(row.line(), units.statement(row)))
                    .toList());
        }
        var years = rows.stream()
                .map(row -> {
                    // Thousands of rows of an organisation say the same, of one year after the other.
                    var body = bodies.computeIfAbsent(row.body(), same -> units.year(row));
                    return new StateYears.Year(
                            row.line(), row.year().orElseThrow(), Status.of(body.status()), body.sources());
                })
                .toList();
        return StateYears.of(organization, new Party(party), years, open);
    }

    private List<Outcome> decide(String organization, String party, FileChanges file, List<Said> said) {
        var stream = stream(organization, party);
        var ledger = session.state(MEMBERSHIP, stream).orElseGet(FactStream::empty);
        var steps = Comparison.steps(ledger, said, file.changes());
        var decision = Decision.of(steps, "%s says so now (import %s)".formatted(asked.set(), asked.id()));
        if (!asked.dryRun() && !decision.commands().isEmpty()) {
            session.handle(MEMBERSHIP, stream, new Together<>(decision.commands()));
        }
        var all = new ArrayList<Outcome>();
        file.rejected().forEach(outcome -> all.add(outcome.about(organization, party)));
        decision.outcomes().forEach(outcome -> all.add(outcome.about(organization, party)));
        return all;
    }

    private static StreamId stream(String organization, String party) {
        return MEMBERSHIP.stream(organization + "/" + party);
    }
}

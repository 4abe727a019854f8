package org.depositary.membership.imports;

import static org.depositary.membership.events.MembershipFacts.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.eventsourcing.store.Session;
import org.depositary.facts.FactCommand.Together;
import org.depositary.vocabulary.Source;

/** Records what a file says of one organisation, in the session in which that is decided. */
final class OrganizationImport {

    private final Import asked;
    private final Session session;
    private final ObjectMapper mapper;
    private final Units units;
    private final StagedRows staged;
    private final Outcomes outcomes;
    private final SetFacts setFacts;

    OrganizationImport(Import asked, Session session, ObjectMapper mapper) {
        var sql = new Sql(session.connection());
        this.asked = asked;
        this.session = session;
        this.mapper = mapper;
        this.units = new Units(sql);
        this.staged = new StagedRows(sql, mapper);
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
        var file = staged.take(asked.id(), unit);
        var registration = new Registration(unit, session);
        var refusal = asked.dryRun()
                ? registration.refusal()
                : registration.refusalOrRegister(() -> sources(file.rows().getFirst()));
        var decisions = new OrganizationDecision(asked, unit, registration, session, mapper).of(file, refusal);
        var all = new ArrayList<Outcome>();
        decisions.forEach(decision -> all.addAll(record(unit.organization(), decision)));
        outcomes.add(
                asked.id(), asked.dryRun() ? all.stream().map(Outcome::imagined).toList() : all);
        if (!asked.dryRun()) {
            setFacts.note(asked.set(), unit.organization(), all);
        }
        units.done(asked.id(), unit.organization(), all, Impact.of(decisions));
    }

    private List<Source> sources(StagedRow row) {
        return asked.format() == Format.STATE_YEARS
                ? staged.year(row).sources()
                : staged.statement(row).sources();
    }

    private List<Outcome> record(String organization, PartyDecision decided) {
        var decision = Decision.of(decided.steps(), "%s says so now (import %s)".formatted(asked.set(), asked.id()));
        if (!asked.dryRun() && !decision.commands().isEmpty()) {
            session.handle(
                    MEMBERSHIP,
                    OrganizationDecision.stream(organization, decided.party()),
                    new Together<>(decision.commands()));
        }
        return Stream.concat(decided.rejected().stream(), decision.outcomes().stream())
                .map(outcome -> outcome.about(organization, decided.party()))
                .toList();
    }
}

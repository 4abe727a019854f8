package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFacts.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.eventsourcing.store.Session;
import org.depositary.facts.FactCommand.Together;
import org.depositary.membership.imports.job.ImportFormat;
import org.depositary.membership.imports.job.ImportImpact;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomes;
import org.depositary.membership.imports.staging.StagedRow;
import org.depositary.membership.imports.staging.StagedRows;
import org.depositary.vocabulary.Source;

/** Records what a file says of one organisation, in the session in which that is decided. */
public final class OrganizationImport {

    private final ImportJob asked;
    private final Session session;
    private final ObjectMapper mapper;
    private final ImportUnits units;
    private final StagedRows staged;
    private final ImportOutcomes outcomes;
    private final SetFacts setFacts;

    public OrganizationImport(ImportJob asked, Session session, ObjectMapper mapper) {
        var sql = new ImportSql(session.connection());
        this.asked = asked;
        this.session = session;
        this.mapper = mapper;
        this.units = new ImportUnits(sql);
        this.staged = new StagedRows(sql, mapper);
        this.outcomes = new ImportOutcomes(sql, mapper);
        this.setFacts = new SetFacts(sql, outcomes);
    }

    /** Does the next unit of the import; false when there is none that nobody works on. */
    public boolean next() {
        var unit = units.claim(asked);
        unit.ifPresent(this::decide);
        return unit.isPresent();
    }

    private void decide(ImportUnits.Unit unit) {
        var file = staged.take(asked.id(), unit);
        var registration = new OrganizationRegistration(unit, session);
        var refusal = asked.dryRun()
                ? registration.refusal()
                : registration.refusalOrRegister(() -> sources(file.rows().getFirst()));
        var decisions = new OrganizationDecision(asked, unit, registration, session, mapper).of(file, refusal);
        var all = new ArrayList<ImportOutcome>();
        decisions.forEach(decision -> all.addAll(record(unit.organization(), decision)));
        outcomes.add(
                asked.id(), asked.dryRun() ? all.stream().map(ImportOutcome::imagined).toList() : all);
        if (!asked.dryRun()) {
            setFacts.note(asked.set(), unit.organization(), all);
        }
        units.done(asked.id(), unit.organization(), all, ImportImpact.of(decisions));
    }

    private List<Source> sources(StagedRow row) {
        return asked.format() == ImportFormat.STATE_YEARS
                ? staged.year(row).sources()
                : staged.statement(row).sources();
    }

    private List<ImportOutcome> record(String organization, PartyDecision decided) {
        var decision = StepResults.of(decided.steps(), "%s says so now (import %s)".formatted(asked.set(), asked.id()));
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

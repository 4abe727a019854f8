package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.FactCommand.Together;
import org.depositary.imports.job.ImportImpact;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnits.Unit;
import org.depositary.imports.job.ImportUnits.UnitResult;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomeStore;
import org.depositary.membership.imports.staging.ImportRowKind;
import org.depositary.membership.imports.staging.OrganizationUnit;
import org.depositary.membership.imports.staging.StagedRow;
import org.depositary.membership.imports.staging.StagedRowStore;
import org.depositary.vocabulary.sources.Source;

/** Imports one organisation: decides, records the events and stores the outcomes, all in one transaction. */
public final class OrganizationImporter {

    private final ImportJob job;
    private final UnitOfWork unitOfWork;
    private final ObjectMapper mapper;
    private final StagedRowStore staged;
    private final ImportOutcomeStore outcomes;
    private final DataSetFactStore setFacts;

    public OrganizationImporter(ImportJob job, UnitOfWork unitOfWork, ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.unitOfWork = unitOfWork;
        this.mapper = mapper;
        this.staged = new StagedRowStore(sql, mapper);
        this.outcomes = new ImportOutcomeStore(sql, mapper);
        this.setFacts = new DataSetFactStore(sql, outcomes);
    }

    /** Counts how many facts the organisation would lose or move. Stores these as outcomes, and records nothing. */
    public ImportImpact countImpact(Unit unit) {
        var organization = staged.organization(job.id(), unit);
        var registration = new OrganizationRegistrar(organization, unitOfWork);
        var rows = staged.read(job.id(), organization);
        var decisions = decide(organization, registration, rows, registration.refusal());
        outcomes.insert(
                job.id(),
                decisions.stream()
                        .flatMap(decision -> planned(organization.organization(), decision))
                        .toList());
        return PartyImportDecision.impact(decisions);
    }

    private Stream<ImportOutcome> planned(String organization, PartyImportDecision decision) {
        return results(organization, decision).outcomes().stream()
                .filter(outcome -> outcome.kind().takesFromSet())
                .map(outcome -> outcome.withSubject(organization, decision.party()));
    }

    private List<PartyImportDecision> decide(
            OrganizationUnit unit,
            OrganizationRegistrar registration,
            StagedRowStore.UnitRows rows,
            Optional<String> refusal) {
        return new OrganizationImportDecider(job, unit, registration, unitOfWork, mapper).decide(rows, refusal);
    }

    public UnitResult importUnit(Unit importUnit) {
        var unit = staged.organization(job.id(), importUnit);
        var rows = staged.take(job.id(), unit);
        var registration = new OrganizationRegistrar(unit, unitOfWork);
        var refusal = job.dryRun()
                ? registration.refusal()
                : registration.refusalOrRegister(() -> sources(rows.valid().getFirst()));
        var decisions = decide(unit, registration, rows, refusal);
        var unitOutcomes = new ArrayList<ImportOutcome>();
        decisions.forEach(decision -> unitOutcomes.addAll(record(unit.organization(), decision)));
        if (job.dryRun()) {
            outcomes.insert(
                    job.id(), unitOutcomes.stream().map(ImportOutcome::ofDryRun).toList());
        } else {
            outcomes.insert(job.id(), unitOutcomes);
            setFacts.update(job.set(), unit.organization(), unitOutcomes);
        }
        return new UnitResult(ImportOutcome.count(unitOutcomes), PartyImportDecision.impact(decisions));
    }

    private List<Source> sources(StagedRow row) {
        return ImportRowKind.of(job) == ImportRowKind.STATE_YEARS
                ? staged.parseYear(row).sources()
                : staged.parseChange(row).sources();
    }

    private List<ImportOutcome> record(String organization, PartyImportDecision decision) {
        var results = results(organization, decision);
        if (!job.dryRun() && !results.commands().isEmpty()) {
            unitOfWork.handle(
                    MEMBERSHIP,
                    OrganizationImportDecider.stream(organization, decision.party()),
                    new Together<>(results.commands()));
        }
        return Stream.concat(decision.rejected().stream(), results.outcomes().stream())
                .map(outcome -> outcome.withSubject(organization, decision.party()))
                .toList();
    }

    private DecisionStepResults results(String organization, PartyImportDecision decision) {
        var stream = OrganizationImportDecider.stream(organization, decision.party());
        var reason = "As in set %s now (import %s)".formatted(job.set(), job.id());
        return DecisionStepResults.of(decision.steps(), unitOfWork.read(MEMBERSHIP, stream), job.set(), reason);
    }
}

package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.FactCommand.Together;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomeStore;
import org.depositary.membership.imports.staging.ImportRowKind;
import org.depositary.membership.imports.staging.ImportUnitStore;
import org.depositary.membership.imports.staging.StagedRow;
import org.depositary.membership.imports.staging.StagedRowStore;
import org.depositary.vocabulary.sources.Source;

/** Imports one organisation: decides, records the events and stores the outcomes, all in one transaction. */
public final class OrganizationImporter {

    private final ImportJob job;
    private final UnitOfWork unitOfWork;
    private final ObjectMapper mapper;
    private final ImportUnitStore units;
    private final StagedRowStore staged;
    private final ImportOutcomeStore outcomes;
    private final DataSetFactStore setFacts;

    public OrganizationImporter(ImportJob job, UnitOfWork unitOfWork, ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.unitOfWork = unitOfWork;
        this.mapper = mapper;
        this.units = new ImportUnitStore(sql);
        this.staged = new StagedRowStore(sql, mapper);
        this.outcomes = new ImportOutcomeStore(sql, mapper);
        this.setFacts = new DataSetFactStore(sql, outcomes);
    }

    /**
     * Counts how many facts the next organisation would lose or move, and records nothing. Returns false if no
     * organisation is left, or if other threads have locked the remaining ones.
     */
    public boolean countNextUnit() {
        var unit = units.claimToCount(job);
        unit.ifPresent(this::count);
        return unit.isPresent();
    }

    private void count(ImportUnitStore.Unit unit) {
        var registration = new OrganizationRegistrar(unit, unitOfWork);
        var decisions = decide(unit, registration, staged.read(job.id(), unit), registration.refusal());
        units.markCounted(job.id(), unit.organization(), PartyImportDecision.impact(decisions));
    }

    private List<PartyImportDecision> decide(
            ImportUnitStore.Unit unit,
            OrganizationRegistrar registration,
            StagedRowStore.UnitRows rows,
            Optional<String> refusal) {
        return new OrganizationImportDecider(job, unit, registration, unitOfWork, mapper).decide(rows, refusal);
    }

    /**
     * Imports the next organisation of the file. Returns false if no organisation is left, or if other threads have
     * locked the remaining ones.
     */
    public boolean importNextUnit() {
        var unit = units.claim(job);
        unit.ifPresent(this::importUnit);
        return unit.isPresent();
    }

    private void importUnit(ImportUnitStore.Unit unit) {
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
        units.markDone(
                job.id(),
                unit.organization(),
                ImportOutcome.count(unitOutcomes),
                PartyImportDecision.impact(decisions));
    }

    private List<Source> sources(StagedRow row) {
        return ImportRowKind.of(job) == ImportRowKind.STATE_YEARS
                ? staged.parseYear(row).sources()
                : staged.parseChange(row).sources();
    }

    private List<ImportOutcome> record(String organization, PartyImportDecision decision) {
        var stream = OrganizationImportDecider.stream(organization, decision.party());
        var reason = "As in set %s now (import %s)".formatted(job.set(), job.id());
        var results = DecisionStepResults.of(decision.steps(), unitOfWork.read(MEMBERSHIP, stream), job.set(), reason);
        if (!job.dryRun() && !results.commands().isEmpty()) {
            unitOfWork.handle(MEMBERSHIP, stream, new Together<>(results.commands()));
        }
        return Stream.concat(decision.rejected().stream(), results.outcomes().stream())
                .map(outcome -> outcome.withSubject(organization, decision.party()))
                .toList();
    }
}

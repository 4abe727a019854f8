package org.depositary.membership.imports.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.staging.StagedRows;

/** Counts the impact of an import on one organisation, without recording anything. */
public final class OrganizationImpactCounter {

    private final ImportJob job;
    private final UnitOfWork unitOfWork;
    private final ObjectMapper mapper;
    private final ImportUnits units;
    private final StagedRows staged;

    public OrganizationImpactCounter(ImportJob job, UnitOfWork unitOfWork, ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.unitOfWork = unitOfWork;
        this.mapper = mapper;
        this.units = new ImportUnits(sql);
        this.staged = new StagedRows(sql, mapper);
    }

    /** Counts the next unit. Returns false if no unit is left, or others have claimed all. */
    public boolean countNextUnit() {
        var unit = units.claimToCount(job);
        unit.ifPresent(this::count);
        return unit.isPresent();
    }

    private void count(ImportUnits.Unit unit) {
        var registration = new OrganizationRegistration(unit, unitOfWork);
        var decisions = new OrganizationDecision(job, unit, registration, unitOfWork, mapper)
                .decide(staged.read(job.id(), unit), registration.refusal());
        units.markCounted(job.id(), unit.organization(), PartyDecision.impact(decisions));
    }
}

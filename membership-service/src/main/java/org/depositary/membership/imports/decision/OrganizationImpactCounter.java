package org.depositary.membership.imports.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.depositary.eventsourcing.store.Session;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.staging.StagedRows;

/** Counts the impact of an import on one organisation, without recording anything. */
public final class OrganizationImpactCounter {

    private final ImportJob job;
    private final Session session;
    private final ObjectMapper mapper;
    private final ImportUnits units;
    private final StagedRows staged;

    public OrganizationImpactCounter(ImportJob job, Session session, ObjectMapper mapper) {
        var sql = new ImportSql(session.connection());
        this.job = job;
        this.session = session;
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
        var registration = new OrganizationRegistration(unit, session);
        var decisions = new OrganizationDecision(job, unit, registration, session, mapper)
                .decide(staged.read(job.id(), unit), registration.refusal());
        units.markCounted(job.id(), unit.organization(), PartyDecision.impact(decisions));
    }
}

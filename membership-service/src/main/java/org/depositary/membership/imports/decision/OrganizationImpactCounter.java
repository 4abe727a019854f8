package org.depositary.membership.imports.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.depositary.eventsourcing.store.Session;
import org.depositary.membership.imports.job.ImportImpact;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.staging.StagedRows;

/** Counts how much of what the set states of one organisation an import would take back. */
public final class OrganizationImpactCounter {

    private final ImportJob asked;
    private final Session session;
    private final ObjectMapper mapper;
    private final ImportUnits units;
    private final StagedRows staged;

    public OrganizationImpactCounter(ImportJob asked, Session session, ObjectMapper mapper) {
        var sql = new ImportSql(session.connection());
        this.asked = asked;
        this.session = session;
        this.mapper = mapper;
        this.units = new ImportUnits(sql);
        this.staged = new StagedRows(sql, mapper);
    }

    /** Counts the next unit of the import; false when there is none that nobody works on. */
    public boolean next() {
        var unit = units.claimToCount(asked);
        unit.ifPresent(this::count);
        return unit.isPresent();
    }

    private void count(ImportUnits.Unit unit) {
        var registration = new OrganizationRegistration(unit, session);
        var decisions = new OrganizationDecision(asked, unit, registration, session, mapper)
                .of(staged.read(asked.id(), unit), registration.refusal());
        units.counted(asked.id(), unit.organization(), ImportImpact.of(decisions));
    }
}

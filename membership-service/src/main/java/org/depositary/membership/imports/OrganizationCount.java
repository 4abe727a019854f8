package org.depositary.membership.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.depositary.eventsourcing.store.Session;

/** Counts how much of what the set states of one organisation an import would take back. */
final class OrganizationCount {

    private final Import asked;
    private final Session session;
    private final ObjectMapper mapper;
    private final Units units;
    private final StagedRows staged;

    OrganizationCount(Import asked, Session session, ObjectMapper mapper) {
        var sql = new Sql(session.connection());
        this.asked = asked;
        this.session = session;
        this.mapper = mapper;
        this.units = new Units(sql);
        this.staged = new StagedRows(sql, mapper);
    }

    /** Counts the next unit of the import; false when there is none that nobody works on. */
    boolean next() {
        var unit = units.claimToCount(asked);
        unit.ifPresent(this::count);
        return unit.isPresent();
    }

    private void count(Units.Unit unit) {
        var registration = new Registration(unit, session);
        var decisions = new OrganizationDecision(asked, unit, registration, session, mapper)
                .of(staged.read(asked.id(), unit), registration.refusal());
        units.counted(asked.id(), unit.organization(), Impact.of(decisions));
    }
}

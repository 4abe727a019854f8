package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFacts.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.store.Session;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.job.ImportFormat;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomes;
import org.depositary.membership.imports.staging.StagedRow;
import org.depositary.membership.imports.staging.StagedRows;
import org.depositary.membership.imports.staging.StagedYear;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.timeline.Status;

/** Decides what a file says of one organisation, party by party. Records nothing. */
final class OrganizationDecision {

    private final ImportJob asked;
    private final ImportUnits.Unit unit;
    private final Session session;
    private final StagedRows staged;
    private final SetFacts setFacts;
    private final OrganizationRegistration registration;
    private final Map<String, StagedYear> bodies = new HashMap<>();

    OrganizationDecision(
            ImportJob asked, ImportUnits.Unit unit, OrganizationRegistration registration, Session session, ObjectMapper mapper) {
        var sql = new ImportSql(session.connection());
        this.asked = asked;
        this.unit = unit;
        this.session = session;
        this.staged = new StagedRows(sql, mapper);
        this.setFacts = new SetFacts(sql, new ImportOutcomes(sql, mapper));
        this.registration = registration;
    }

    static StreamId stream(String organization, String party) {
        return MEMBERSHIP.stream(organization + "/" + party);
    }

    /** @param refusal why nothing can be recorded of the organisation, if so */
    List<PartyDecision> of(StagedRows.OfUnit file, Optional<String> refusal) {
        var byParty = new LinkedHashMap<String, List<StagedRow>>();
        file.rows().forEach(row -> byParty.computeIfAbsent(row.party(), party -> new ArrayList<>())
                .add(row));
        var said = setFacts.of(asked.set(), unit.organization());
        var parties = new TreeSet<>(byParty.keySet());
        parties.addAll(said.keySet());
        session.load(
                MEMBERSHIP,
                parties.stream()
                        .map(party -> stream(unit.organization(), party))
                        .toList());
        var rejected = new RejectedRows(file.rejected(), unit.unreadable());
        return parties.stream()
                .map(party -> {
                    var rows = byParty.getOrDefault(party, List.of());
                    var before = said.getOrDefault(party, List.of());
                    return refusal.map(reason -> refused(party, rows, before, reason))
                            .orElseGet(() -> decided(party, read(party, rows, rejected), before, rejected));
                })
                .toList();
    }

    private PartyDecision refused(String party, List<StagedRow> rows, List<SetFact> said, String reason) {
        var rejected =
                rows.stream().map(row -> ImportOutcome.rejected(row.line(), reason)).toList();
        var steps = SetComparison.steps(ledger(party), said, List.of(), SetFactProtection.fromChange(reason));
        return new PartyDecision(party, rejected, steps);
    }

    private PartyDecision decided(String party, FileChanges file, List<SetFact> said, RejectedRows rejected) {
        var protection = protection(party, file, rejected);
        var steps = SetComparison.steps(ledger(party), said, file.changes(), protection);
        return new PartyDecision(party, file.rejected(), steps);
    }

    private SetFactProtection protection(String party, FileChanges file, RejectedRows rejected) {
        var protection = rejected.protection(party, file.contradicted());
        return protection == SetFactProtection.NONE && !file.changes().isEmpty()
                ? unit.lastYear().map(rejected::protectionAfter).orElse(protection)
                : protection;
    }

    private FactStream<MembershipChange> ledger(String party) {
        return session.state(MEMBERSHIP, stream(unit.organization(), party)).orElseGet(FactStream::empty);
    }

    private FileChanges read(String party, List<StagedRow> rows, RejectedRows rejected) {
        if (rows.isEmpty()) {
            return FileChanges.NONE;
        }
        if (asked.format() == ImportFormat.CHANGES) {
            return FileChanges.of(rows.stream()
                    .map(row -> new FileChange(row.line(), staged.statement(row)))
                    .toList());
        }
        var years = rows.stream().map(this::year).toList();
        var known = years.stream().map(StateYearChanges.Year::year).collect(Collectors.toSet());
        int last = unit.lastYear().orElseThrow();
        return StateYearChanges.of(
                unit.organization(),
                new Party(party),
                years,
                new StateYearChanges.LastYear(last, registration.endsWith(last)),
                rejected.unknownYears(party, known));
    }

    private StateYearChanges.Year year(StagedRow row) {
        // Thousands of rows of an organisation say the same, of one year after the other.
        var body = bodies.computeIfAbsent(row.body(), same -> staged.year(row));
        return new StateYearChanges.Year(row.line(), row.year().orElseThrow(), Status.of(body.status()), body.sources());
    }
}

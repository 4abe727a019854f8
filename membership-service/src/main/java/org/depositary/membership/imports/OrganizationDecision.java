package org.depositary.membership.imports;

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
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.timeline.Status;

/** Decides what a file says of one organisation, party by party. Records nothing. */
final class OrganizationDecision {

    private final Import asked;
    private final Units.Unit unit;
    private final Session session;
    private final StagedRows staged;
    private final SetFacts setFacts;
    private final Registration registration;
    private final Map<String, YearBody> bodies = new HashMap<>();

    OrganizationDecision(
            Import asked, Units.Unit unit, Registration registration, Session session, ObjectMapper mapper) {
        var sql = new Sql(session.connection());
        this.asked = asked;
        this.unit = unit;
        this.session = session;
        this.staged = new StagedRows(sql, mapper);
        this.setFacts = new SetFacts(sql, new Outcomes(sql, mapper));
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

    private PartyDecision refused(String party, List<StagedRow> rows, List<Said> said, String reason) {
        var rejected =
                rows.stream().map(row -> Outcome.rejected(row.line(), reason)).toList();
        var steps = Comparison.steps(ledger(party), said, List.of(), Protection.fromChange(reason));
        return new PartyDecision(party, rejected, steps);
    }

    private PartyDecision decided(String party, FileChanges file, List<Said> said, RejectedRows rejected) {
        var protection = protection(party, file, rejected);
        var steps = Comparison.steps(ledger(party), said, file.changes(), protection);
        return new PartyDecision(party, file.rejected(), steps);
    }

    private Protection protection(String party, FileChanges file, RejectedRows rejected) {
        var protection = rejected.protection(party, file.contradicted());
        return protection == Protection.NONE && !file.changes().isEmpty()
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
        if (asked.format() == Format.CHANGES) {
            return FileChanges.of(rows.stream()
                    .map(row -> new Wanted(row.line(), staged.statement(row)))
                    .toList());
        }
        var years = rows.stream().map(this::year).toList();
        var known = years.stream().map(StateYears.Year::year).collect(Collectors.toSet());
        int last = unit.lastYear().orElseThrow();
        return StateYears.of(
                unit.organization(),
                new Party(party),
                years,
                new StateYears.LastYear(last, registration.endsWith(last)),
                rejected.unknownYears(party, known));
    }

    private StateYears.Year year(StagedRow row) {
        // Thousands of rows of an organisation say the same, of one year after the other.
        var body = bodies.computeIfAbsent(row.body(), same -> staged.year(row));
        return new StateYears.Year(row.line(), row.year().orElseThrow(), Status.of(body.status()), body.sources());
    }
}

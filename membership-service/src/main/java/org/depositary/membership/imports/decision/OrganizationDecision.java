package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;
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
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.timeline.MembershipStatus;

/** Decides what an import does about one organisation, party by party. Records nothing. */
final class OrganizationDecision {

    private final ImportJob job;
    private final ImportUnits.Unit unit;
    private final UnitOfWork unitOfWork;
    private final StagedRows staged;
    private final SetFacts setFacts;
    private final OrganizationRegistration registration;
    private final Map<String, StagedYear> parsedYears = new HashMap<>();

    OrganizationDecision(
            ImportJob job,
            ImportUnits.Unit unit,
            OrganizationRegistration registration,
            UnitOfWork unitOfWork,
            ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.unit = unit;
        this.unitOfWork = unitOfWork;
        this.staged = new StagedRows(sql, mapper);
        this.setFacts = new SetFacts(sql, new ImportOutcomes(sql, mapper));
        this.registration = registration;
    }

    static StreamId stream(String organization, String party) {
        return MEMBERSHIP.stream(organization + "/" + party);
    }

    /** @param refusal why nothing can be recorded about the organisation */
    List<PartyDecision> decide(StagedRows.UnitRows rows, Optional<String> refusal) {
        var rowsByParty = new LinkedHashMap<String, List<StagedRow>>();
        rows.valid().forEach(row -> rowsByParty
                .computeIfAbsent(row.party(), party -> new ArrayList<>())
                .add(row));
        var setFactsByParty = setFacts.byParty(job.set(), unit.organization());
        var parties = new TreeSet<>(rowsByParty.keySet());
        parties.addAll(setFactsByParty.keySet());
        unitOfWork.load(
                MEMBERSHIP,
                parties.stream()
                        .map(party -> stream(unit.organization(), party))
                        .toList());
        var rejected = new RejectedRows(rows.rejected(), unit.withoutOrganization());
        return parties.stream()
                .map(party -> {
                    var ofParty = rowsByParty.getOrDefault(party, List.of());
                    var facts = setFactsByParty.getOrDefault(party, List.of());
                    return refusal.map(reason -> refuse(party, ofParty, facts, reason))
                            .orElseGet(() -> decide(party, toChanges(party, ofParty, rejected), facts, rejected));
                })
                .toList();
    }

    private PartyDecision refuse(String party, List<StagedRow> rows, List<SetFact> facts, String reason) {
        var rejected = rows.stream()
                .map(row -> ImportOutcome.rejected(row.line(), reason))
                .toList();
        var steps = SetComparison.steps(recorded(party), facts, List.of(), SetFactProtection.fromChange(reason));
        return new PartyDecision(party, rejected, steps);
    }

    private PartyDecision decide(String party, FileChanges file, List<SetFact> facts, RejectedRows rejected) {
        var protection = protection(party, file, rejected);
        var steps = SetComparison.steps(recorded(party), facts, file.changes(), protection);
        return new PartyDecision(party, file.rejected(), steps);
    }

    private SetFactProtection protection(String party, FileChanges file, RejectedRows rejected) {
        var protection = rejected.protection(party, file.contradicting());
        return protection == SetFactProtection.NONE && !file.changes().isEmpty()
                ? unit.lastYear().map(rejected::protectionAfter).orElse(protection)
                : protection;
    }

    private FactStream<MembershipChange> recorded(String party) {
        return unitOfWork.read(MEMBERSHIP, stream(unit.organization(), party));
    }

    private FileChanges toChanges(String party, List<StagedRow> rows, RejectedRows rejected) {
        if (rows.isEmpty()) {
            return FileChanges.NONE;
        }
        if (job.format() == ImportFormat.CHANGES) {
            return FileChanges.of(rows.stream()
                    .map(row -> new FileChange(row.line(), staged.parseChange(row)))
                    .toList());
        }
        var yearRows = rows.stream().map(this::toYearRow).toList();
        var years = yearRows.stream().map(StateYearChanges.YearRow::year).collect(Collectors.toSet());
        int last = unit.lastYear().orElseThrow();
        return StateYearChanges.of(
                unit.organization(),
                new Party(party),
                yearRows,
                new StateYearChanges.LastYear(last, registration.endsWith(last)),
                rejected.unknownYears(party, years));
    }

    private StateYearChanges.YearRow toYearRow(StagedRow row) {
        // Thousands of rows of an organisation have the same body, so each body is parsed once.
        var parsed = parsedYears.computeIfAbsent(row.body(), body -> staged.parseYear(row));
        return new StateYearChanges.YearRow(
                row.line(), row.year().orElseThrow(), MembershipStatus.of(parsed.status()), parsed.sources());
    }
}

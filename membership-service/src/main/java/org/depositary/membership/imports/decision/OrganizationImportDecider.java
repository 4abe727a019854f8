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
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomeStore;
import org.depositary.membership.imports.staging.ImportRowKind;
import org.depositary.membership.imports.staging.OrganizationUnit;
import org.depositary.membership.imports.staging.StagedRow;
import org.depositary.membership.imports.staging.StagedRowStore;
import org.depositary.membership.imports.staging.StagedStateYear;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.timeline.MembershipStatus;

/**
 * Decides which facts of one organisation an import records, corrects or retracts, party by party. It only decides;
 * {@link OrganizationImporter} records the result.
 */
final class OrganizationImportDecider {

    private final ImportJob job;
    private final OrganizationUnit unit;
    private final UnitOfWork unitOfWork;
    private final StagedRowStore staged;
    private final DataSetFactStore setFacts;
    private final OrganizationRegistrar registration;
    private final Map<String, StagedStateYear> parsedYears = new HashMap<>();

    OrganizationImportDecider(
            ImportJob job,
            OrganizationUnit unit,
            OrganizationRegistrar registration,
            UnitOfWork unitOfWork,
            ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.unit = unit;
        this.unitOfWork = unitOfWork;
        this.staged = new StagedRowStore(sql, mapper);
        this.setFacts = new DataSetFactStore(sql, new ImportOutcomeStore(sql, mapper));
        this.registration = registration;
    }

    static StreamId stream(String organization, String party) {
        return MEMBERSHIP.stream(organization + "/" + party);
    }

    /**
     * Decides for all parties of the organisation.
     *
     * @param refusal the reason why nothing can be recorded about the organisation; empty if facts can be recorded
     */
    List<PartyImportDecision> decide(StagedRowStore.UnitRows rows, Optional<String> refusal) {
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
        var rejected = new RejectedRowsOfOrganization(rows.rejected(), unit.withoutOrganization());
        return parties.stream()
                .map(party -> {
                    var ofParty = rowsByParty.getOrDefault(party, List.of());
                    var facts = setFactsByParty.getOrDefault(party, List.of());
                    return refusal.map(reason -> refuse(party, ofParty, facts, reason))
                            .orElseGet(() -> decide(party, toChanges(party, ofParty, rejected), facts, rejected));
                })
                .toList();
    }

    private PartyImportDecision refuse(String party, List<StagedRow> rows, List<DataSetFact> facts, String reason) {
        var rejected = rows.stream()
                .map(row -> ImportOutcome.rejected(row.line(), reason))
                .toList();
        var steps = DataSetComparison.steps(
                job.set(), recorded(party), facts, List.of(), DataSetFactProtection.fromChange(reason));
        return new PartyImportDecision(party, rejected, steps);
    }

    private PartyImportDecision decide(
            String party, FileMembershipHistory file, List<DataSetFact> facts, RejectedRowsOfOrganization rejected) {
        var protection = protection(party, file, rejected);
        var steps = DataSetComparison.steps(job.set(), recorded(party), facts, file.changes(), protection);
        return new PartyImportDecision(party, file.rejected(), steps);
    }

    private DataSetFactProtection protection(
            String party, FileMembershipHistory file, RejectedRowsOfOrganization rejected) {
        var protection = rejected.protection(party, file.contradicting());
        return protection == DataSetFactProtection.NONE && !file.changes().isEmpty()
                ? unit.lastYear().map(rejected::protectionAfter).orElse(protection)
                : protection;
    }

    private FactStream<MembershipChange> recorded(String party) {
        return unitOfWork.read(MEMBERSHIP, stream(unit.organization(), party));
    }

    private FileMembershipHistory toChanges(String party, List<StagedRow> rows, RejectedRowsOfOrganization rejected) {
        if (rows.isEmpty()) {
            return FileMembershipHistory.NONE;
        }
        if (ImportRowKind.of(job) == ImportRowKind.CHANGES) {
            return FileMembershipHistory.of(rows.stream()
                    .map(row -> new FileMembershipChange(row.line(), staged.parseChange(row)))
                    .toList());
        }
        var yearRows = rows.stream().map(this::toYearRow).toList();
        var years = yearRows.stream().map(StateYearConverter.YearRow::year).collect(Collectors.toSet());
        int last = unit.lastYear().orElseThrow();
        return StateYearConverter.of(
                unit.organization(),
                new Party(party),
                yearRows,
                new StateYearConverter.LastYear(last, registration.endsWith(last)),
                rejected.unknownYears(party, years));
    }

    private StateYearConverter.YearRow toYearRow(StagedRow row) {
        // Thousands of rows of an organisation can have the same body, so each different body is parsed only once.
        var parsed = parsedYears.computeIfAbsent(row.body(), body -> staged.parseYear(row));
        return new StateYearConverter.YearRow(
                row.line(),
                row.year().orElseThrow(),
                MembershipStatus.of(parsed.status()),
                parsed.partyAsWritten(),
                parsed.sources());
    }
}

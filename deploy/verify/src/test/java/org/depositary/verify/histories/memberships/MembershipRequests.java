package org.depositary.verify.histories.memberships;

import static org.depositary.verify.histories.OperationRequest.REASON;
import static org.depositary.verify.histories.OperationRequest.post;
import static org.depositary.verify.histories.OperationRequest.reasoned;
import static org.depositary.verify.histories.OperationRequest.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.verify.histories.OperationRequest;
import org.depositary.verify.histories.memberships.CuratorOperation.AddSource;
import org.depositary.verify.histories.memberships.CuratorOperation.ClaimOtherwise;
import org.depositary.verify.histories.memberships.CuratorOperation.CorrectChange;
import org.depositary.verify.histories.memberships.CuratorOperation.CorrectDissolution;
import org.depositary.verify.histories.memberships.CuratorOperation.Dissolve;
import org.depositary.verify.histories.memberships.CuratorOperation.Draft;
import org.depositary.verify.histories.memberships.CuratorOperation.ImportFile;
import org.depositary.verify.histories.memberships.CuratorOperation.PreferClaim;
import org.depositary.verify.histories.memberships.CuratorOperation.RecordChanges;
import org.depositary.verify.histories.memberships.CuratorOperation.RetractChange;
import org.depositary.verify.histories.memberships.CuratorOperation.RetractDissolution;
import org.depositary.verify.histories.memberships.CuratorOperation.Row;
import org.depositary.verify.histories.memberships.CuratorOperation.UndoImport;
import org.depositary.verify.histories.memberships.CuratorOperation.VerifyChange;
import org.depositary.verify.histories.memberships.CuratorOperation.WithdrawClaim;

/** Converts an operation to its HTTP request. */
final class MembershipRequests {

    private MembershipRequests() {}

    /** @param state before the operation */
    static OperationRequest of(CuratorOperation operation, RegisterState state, HistoryIds names) {
        return switch (operation) {
            case RecordChanges(int organization, List<Draft> drafts) ->
                post(changes(organization, names), recording(drafts, state, names));
            case CorrectChange correction ->
                post(names.change(fact(correction.fact(), state)) + "/corrections", corrected(correction));
            case RetractChange(int number) -> reasoned(names.change(fact(number, state)) + "/retraction");
            case AddSource(int number) -> {
                var fact = fact(number, state);
                yield post(names.change(fact) + "/sources", Map.of("title", RegisterModel.addedSource(fact)));
            }
            case VerifyChange(int number) -> post(names.change(fact(number, state)) + "/verification", Map.of());
            case ClaimOtherwise claim -> {
                var fact = fact(claim.fact(), state);
                yield post(names.change(fact) + "/claims", claimed(claim, fact));
            }
            case PreferClaim(int number, int claim) -> {
                var fact = fact(number, state);
                yield reasoned(
                        "%s/claims/%d/preference".formatted(names.change(fact), ExpectedClaims.drawn(fact, claim)));
            }
            case WithdrawClaim(int number, int claim) -> {
                var fact = fact(number, state);
                yield reasoned(
                        "%s/claims/%d/withdrawal".formatted(names.change(fact), ExpectedClaims.drawn(fact, claim)));
            }
            case ImportFile file ->
                OperationRequest.importOf("memberships?set=" + names.set(), csv(ImportModel.file(state, file), names));
            case UndoImport(int number) -> OperationRequest.undo(names.imported(imported(number, state)));
            case Dissolve(int organization, String effective) ->
                post(
                        "/api/organizations/" + names.organization(organization) + "/changes",
                        Map.of("effective", effective, "dissolved", true, "sources", sources("The last communiqué")));
            case CorrectDissolution(int number, String effective) ->
                post(
                        names.dissolution(dissolution(number, state)) + "/corrections",
                        Map.of("effective", effective, "reason", REASON));
            case RetractDissolution(int number) ->
                reasoned(names.dissolution(dissolution(number, state)) + "/retraction");
        };
    }

    private static String csv(List<Row> rows, HistoryIds names) {
        return rows.stream()
                .map(row -> String.join(
                        ",",
                        names.organization(row.organization()),
                        names.party(row.draft().party()),
                        row.draft().change(),
                        row.draft().effective(),
                        ImportState.SOURCE))
                .collect(Collectors.joining("\n", "organization,party,change,effective,source\n", "\n"));
    }

    private static String changes(int organization, HistoryIds names) {
        return "/api/organizations/" + names.organization(organization) + "/membership-changes";
    }

    private static Object recording(List<Draft> drafts, RegisterState state, HistoryIds names) {
        var bodies = new ArrayList<Map<String, Object>>();
        for (var draft : drafts) {
            bodies.add(Map.of(
                    "party", names.party(draft.party()),
                    "change", draft.change(),
                    "effective", draft.effective(),
                    "sources", sources(RegisterModel.firstSource(state.changes().size() + bodies.size()))));
        }
        return bodies.size() == 1 ? bodies.getFirst() : bodies;
    }

    private static Map<String, Object> corrected(CorrectChange correction) {
        var body = new LinkedHashMap<String, Object>(fields(correction.change(), correction.effective()));
        body.put("reason", REASON);
        return body;
    }

    private static Map<String, Object> claimed(ClaimOtherwise claim, RegisterState.Change fact) {
        return Map.of(
                claim.holds() ? "value" : "holds",
                claim.holds() ? fields(claim.change(), claim.effective()) : false,
                "sources",
                sources(ExpectedClaims.source(fact)));
    }

    private static Map<String, String> fields(Optional<String> change, Optional<String> effective) {
        var fields = new LinkedHashMap<String, String>();
        change.ifPresent(given -> fields.put("change", given));
        effective.ifPresent(given -> fields.put("effective", given));
        return fields;
    }

    private static RegisterState.Change fact(int drawn, RegisterState state) {
        return state.changes()
                .get(RegisterModel.number(drawn, state.changes().size()).orElseThrow());
    }

    static int imported(int drawn, RegisterState state) {
        return RegisterModel.number(drawn, state.imports().done().size()).orElseThrow();
    }

    private static int dissolution(int drawn, RegisterState state) {
        return RegisterModel.number(drawn, state.dissolutions().size()).orElseThrow();
    }
}

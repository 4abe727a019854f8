package org.depositary.verify.histories.memberships;

import java.util.List;
import org.depositary.verify.histories.memberships.ImportState.Done;
import org.depositary.verify.histories.memberships.RegisterState.Change;

/** Computes the expected result of an undo, by the rules in the documentation of imports. */
final class UndoModel {

    private UndoModel() {}

    /**
     * The state after the undo of an import. For each party, all its changes are undone, or none if others depend on
     * them.
     */
    static RegisterState of(RegisterState state, int number) {
        var so = state;
        for (int organization = 0; organization < HistoryParties.ORGANIZATIONS; organization++) {
            for (int party = 0; party < HistoryParties.PARTIES; party++) {
                var next = without(so, state.imports().done().get(number), organization, party);
                so = new ModelTimeline(next.of(organization, party)).isCoherent() ? next : so;
            }
        }
        return so.with(so.imports().did(number, List.of()));
    }

    private static RegisterState without(RegisterState state, List<Done> done, int organization, int party) {
        var so = state;
        for (var each : done) {
            var fact = state.changes().get(each.fact());
            if (fact.organization() == organization && fact.party() == party) {
                so = without(so, fact, each);
            }
        }
        return so;
    }

    private static RegisterState without(RegisterState state, Change fact, Done done) {
        var imports = state.imports();
        if (done.confirmed()) {
            boolean undoable =
                    fact.stands() && fact.preferred() == 1 && fact.sources().contains(ImportState.SOURCE);
            return undoable ? state.with(fact.withoutSource(ImportState.SOURCE)) : state;
        }
        if (done.after().filter(left -> !ImportState.isAsLeft(fact, left)).isPresent()) {
            return state;
        }
        if (done.before().isEmpty()) {
            return state.with(fact.taken()).with(imports.forgets(fact.number()));
        }
        var said = done.before().get();
        if (done.after().isPresent()) {
            return state.with(fact.saying(said)).with(imports.says(fact.number(), said));
        }
        var anew = Change.of(state.changes().size(), fact.organization(), fact.party(), said, ImportState.SOURCE);
        return state.with(anew).with(imports.says(anew.number(), said));
    }
}

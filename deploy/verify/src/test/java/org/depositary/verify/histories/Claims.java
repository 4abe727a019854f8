package org.depositary.verify.histories;

import java.util.List;
import org.depositary.verify.histories.Model.Outcome;
import org.depositary.verify.histories.Operation.ClaimOtherwise;
import org.depositary.verify.histories.State.Claim;

/** What the register must answer where sources disagree. */
final class Claims {

    private Claims() {}

    /** The title of the source of the next claim of a fact. */
    static String source(State.Change fact) {
        return "Claim %d of %d".formatted(fact.claims().size() + 1, fact.number());
    }

    /** However large the number drawn, it means one of the claims. */
    static int drawn(State.Change fact, int drawn) {
        return 1 + drawn % fact.claims().size();
    }

    static Outcome claim(State state, State.Change fact, ClaimOtherwise operation) {
        var claim = new Claim(
                operation.change(),
                operation.effective().map(EffectiveDate::of),
                operation.holds(),
                List.of(source(fact)),
                false);
        boolean agrees = !claim.holds() || claim.over(fact.recorded()).equals(fact.statement());
        return agrees && claim.holds() == fact.preferredClaim().holds()
                ? Model.refused(state, 422, "invalid")
                : Model.accepted(state.with(fact.claimed(claim)));
    }

    static Outcome prefer(State state, State.Change fact, int claim) {
        if (fact.claims().get(claim - 1).withdrawn()) {
            return Model.refused(state, 409, "conflict");
        }
        return fact.preferred() == claim
                ? Model.refused(state, 422, "invalid")
                : Model.coherent(state, fact.preferring(claim));
    }

    static Outcome withdraw(State state, State.Change fact, int claim) {
        return fact.claims().get(claim - 1).withdrawn() || fact.preferred() == claim
                ? Model.refused(state, 409, "conflict")
                : Model.accepted(state.with(fact.without(claim)));
    }
}

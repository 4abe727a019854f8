package org.depositary.verify.histories.memberships;

import java.util.List;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.memberships.CuratorOperation.ClaimOtherwise;
import org.depositary.verify.histories.memberships.RegisterModel.Outcome;
import org.depositary.verify.histories.memberships.RegisterState.Claim;

/** Computes the expected answers and states of commands about claims. */
final class ExpectedClaims {

    private ExpectedClaims() {}

    /** The title of the source of the next claim of a fact. */
    static String source(RegisterState.Change fact) {
        return "Claim %d of %d".formatted(fact.claims().size() + 1, fact.number());
    }

    /** Maps any number to the number of a claim. */
    static int drawn(RegisterState.Change fact, int drawn) {
        return 1 + drawn % fact.claims().size();
    }

    static Outcome claim(RegisterState state, RegisterState.Change fact, ClaimOtherwise operation) {
        var claim = new Claim(
                operation.change(),
                operation.effective().map(ModelDate::of),
                operation.holds(),
                List.of(source(fact)),
                false);
        boolean agrees = !claim.holds() || claim.over(fact.recorded()).equals(fact.statement());
        return agrees && claim.holds() == fact.preferredClaim().holds()
                ? RegisterModel.refused(state, 422, "invalid")
                : RegisterModel.accepted(state.with(fact.claimed(claim)));
    }

    static Outcome prefer(RegisterState state, RegisterState.Change fact, int claim) {
        if (fact.claims().get(claim - 1).withdrawn()) {
            return RegisterModel.refused(state, 409, "conflict");
        }
        return fact.preferred() == claim
                ? RegisterModel.refused(state, 422, "invalid")
                : RegisterModel.coherent(state, fact.preferring(claim));
    }

    static Outcome withdraw(RegisterState state, RegisterState.Change fact, int claim) {
        return fact.claims().get(claim - 1).withdrawn() || fact.preferred() == claim
                ? RegisterModel.refused(state, 409, "conflict")
                : RegisterModel.accepted(state.with(fact.without(claim)));
    }
}

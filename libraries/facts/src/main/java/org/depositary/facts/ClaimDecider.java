package org.depositary.facts;

import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactEvent.Claimed;
import org.depositary.facts.FactEvent.Preferred;
import org.depositary.facts.FactEvent.Withdrawn;

/** Decides commands that add, prefer or withdraw a claim. The fact must not be retracted. */
final class ClaimDecider {

    /**
     * The maximum number of claims per fact. More claims than this are a mistake of the caller, because sources
     * disagree in few ways.
     */
    private static final int MOST = 100;

    private ClaimDecider() {}

    static <V> FactEvent<V> claim(ClaimOtherwise<V> command, Fact<V> fact) {
        if (fact.claims().size() == MOST) {
            throw Problem.of(ProblemType.CONFLICT, "The fact has %d claims, which is the limit".formatted(MOST));
        }
        var recorded = fact.recordedClaim().statement();
        var claimed = command.holds() ? command.amendment().apply(recorded) : recorded;
        rejectIfItAgrees(fact, command.holds(), claimed);
        var claim = new Claim<>(
                fact.claims().size() + 1,
                claimed,
                command.fields(),
                command.holds(),
                command.sources(),
                Optional.empty());
        return new Claimed<>(fact.id(), fact.statement(), claim);
    }

    private static <V> void rejectIfItAgrees(Fact<V> fact, boolean holds, V claimed) {
        var agrees = !holds || claimed.equals(fact.statement());
        if (agrees && holds == fact.preferredClaim().holds()) {
            throw Problem.invalid("", "The claim equals the fact. Add it as a source instead");
        }
    }

    static <V> FactEvent<V> prefer(Fact<V> fact, int number, String reason) {
        var claim = notWithdrawn(fact, number);
        if (fact.preferred() == number) {
            throw Problem.invalid("", "Claim %d is preferred already".formatted(number));
        }
        var statement = claim.overlay(fact.recordedClaim().statement());
        return new Preferred<>(fact.id(), statement, number, claim.holds(), reason, claim.sources());
    }

    static <V> FactEvent<V> withdraw(Fact<V> fact, int number, String reason) {
        notWithdrawn(fact, number);
        if (fact.preferred() == number) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "Claim %d is the preferred claim. Prefer another claim first".formatted(number));
        }
        return new Withdrawn<>(fact.id(), fact.statement(), number, reason);
    }

    /**
     * Rejects a correction of a field that the preferred claim overrides: the correction would have no visible effect.
     */
    static void rejectOverriddenFields(Fact<?> fact, List<String> corrected) {
        var preferred = fact.preferredClaim();
        preferred.fields().stream().filter(corrected::contains).findFirst().ifPresent(field -> {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "Claim %d is preferred and has its own %s. Prefer another claim, or add one"
                            .formatted(preferred.number(), field));
        });
    }

    private static <V> Claim<V> notWithdrawn(Fact<V> fact, int number) {
        var claim = fact.claim(number).orElseThrow(() -> Problem.notFound("The fact has no claim " + number));
        claim.withdrawal().ifPresent(reason -> {
            throw Problem.of(ProblemType.CONFLICT, "Claim %d was withdrawn: %s".formatted(number, reason));
        });
        return claim;
    }
}

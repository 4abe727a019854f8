package org.depositary.verify.histories.memberships;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.verify.histories.ModelDate;

/**
 * The state of the register for one history. The index of a fact is its number.
 *
 * @param imports the imports and their outcomes
 */
record RegisterState(List<Change> changes, List<Dissolution> dissolutions, ImportState imports) {

    static final RegisterState EMPTY = new RegisterState(List.of(), List.of(), ImportState.NONE);

    /** A kind of change and its date. */
    record Statement(String change, ModelDate effective) {}

    /** A claim: the fields in which a source differs from the recorded statement. */
    record Claim(
            Optional<String> change,
            Optional<ModelDate> effective,
            boolean holds,
            List<String> sources,
            boolean withdrawn) {

        static Claim recorded(String source) {
            return new Claim(Optional.empty(), Optional.empty(), true, List.of(source), false);
        }

        Statement over(Statement recorded) {
            return new Statement(change.orElse(recorded.change()), effective.orElse(recorded.effective()));
        }

        Claim alsoFrom(String source) {
            var all = new ArrayList<>(sources);
            all.add(source);
            return new Claim(change, effective, holds, List.copyOf(all), withdrawn);
        }

        Claim without(String source) {
            var others = sources.stream().filter(each -> !each.equals(source)).toList();
            return new Claim(change, effective, holds, others, withdrawn);
        }

        Claim taken() {
            return new Claim(change, effective, holds, sources, true);
        }
    }

    /**
     * A recorded membership change.
     *
     * @param claims the first is the recorded statement
     * @param preferred the number of the preferred claim, from 1
     */
    record Change(
            int number,
            int organization,
            int party,
            Statement recorded,
            List<Claim> claims,
            int preferred,
            boolean retracted) {

        static Change of(int number, int organization, int party, Statement statement, String source) {
            return new Change(number, organization, party, statement, List.of(Claim.recorded(source)), 1, false);
        }

        Claim preferredClaim() {
            return claims.get(preferred - 1);
        }

        Statement statement() {
            return preferredClaim().over(recorded);
        }

        String change() {
            return statement().change();
        }

        ModelDate effective() {
            return statement().effective();
        }

        List<String> sources() {
            return preferredClaim().sources();
        }

        boolean stands() {
            return !retracted && preferredClaim().holds();
        }

        boolean isDisputed() {
            return claims.stream().filter(claim -> !claim.withdrawn()).count() > 1;
        }

        Change saying(Statement other) {
            return new Change(number, organization, party, other, claims, preferred, retracted);
        }

        Change sourced(String source) {
            return with(preferred, preferredClaim().alsoFrom(source));
        }

        Change withoutSource(String source) {
            return with(preferred, preferredClaim().without(source));
        }

        Change claimed(Claim claim) {
            return with(claims.size() + 1, claim);
        }

        Change preferring(int claim) {
            return new Change(number, organization, party, recorded, claims, claim, retracted);
        }

        Change without(int claim) {
            return with(claim, claims.get(claim - 1).taken());
        }

        private Change with(int claim, Claim other) {
            return new Change(
                    number, organization, party, recorded, put(claims, claim - 1, other), preferred, retracted);
        }

        Change taken() {
            return new Change(number, organization, party, recorded, claims, preferred, true);
        }
    }

    /** The dissolution of an organisation. */
    record Dissolution(int number, int organization, ModelDate effective, boolean retracted) {}

    RegisterState with(Change fact) {
        return new RegisterState(put(changes, fact.number(), fact), dissolutions, imports);
    }

    RegisterState with(Dissolution fact) {
        return new RegisterState(changes, put(dissolutions, fact.number(), fact), imports);
    }

    RegisterState with(ImportState after) {
        return new RegisterState(changes, dissolutions, after);
    }

    static <T> List<T> put(List<T> list, int place, T value) {
        var all = new ArrayList<>(list);
        if (place == all.size()) {
            all.add(value);
        } else {
            all.set(place, value);
        }
        return List.copyOf(all);
    }

    /** The changes of one party in one organisation by date, then in the order of recording. */
    List<Change> of(int organization, int party) {
        return changes.stream()
                .filter(fact -> fact.stands() && fact.organization() == organization && fact.party() == party)
                .sorted((a, b) -> a.effective().compareTo(b.effective()))
                .toList();
    }

    List<Dissolution> dissolutionsOf(int organization) {
        return dissolutions.stream()
                .filter(fact -> !fact.retracted() && fact.organization() == organization)
                .toList();
    }
}

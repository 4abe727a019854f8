package org.depositary.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.depositary.vocabulary.Source;

/**
 * Claims about one thing, of which one is preferred: that one is what the fact says.
 *
 * @param claims in the order of their numbers, withdrawn ones among them
 * @param preferred the number of the claim that is
 * @param retraction why it does not stand any more, if so
 */
public record Fact<V>(String id, List<Claim<V>> claims, int preferred, Optional<String> retraction) {

    static <V> Fact<V> recorded(String id, V statement, List<Source> sources) {
        return new Fact<>(id, List.of(Claim.recorded(statement, sources)), Claim.RECORDED, Optional.empty());
    }

    /** What the fact states: what was recorded, with the fields in which the preferred claim differs. */
    public V statement() {
        return stating(recorded().statement());
    }

    /** The sources of the preferred claim. */
    public List<Source> sources() {
        return preferredClaim().sources();
    }

    /** Whether it has not been retracted, and the preferred claim does not say that it never happened. */
    public boolean stands() {
        return retraction.isEmpty() && preferredClaim().holds();
    }

    /** The claim with that number. */
    public Optional<Claim<V>> claim(int number) {
        return number < 1 || number > claims.size() ? Optional.empty() : Optional.of(claims.get(number - 1));
    }

    Claim<V> recorded() {
        return claims.getFirst();
    }

    Claim<V> preferredClaim() {
        return claims.get(preferred - 1);
    }

    /** What it would state, had it been recorded with this statement. */
    V stating(V recorded) {
        return preferredClaim().over(recorded);
    }

    /** @param statement what the fact states then, of which the corrected fields were corrected in what was recorded */
    Fact<V> corrected(V statement, List<String> fields, List<Source> sources) {
        var corrected = RecordFields.over(recorded().statement(), statement, fields);
        return change(Claim.RECORDED, claim -> claim.saying(corrected).from(sources));
    }

    Fact<V> retracted(String reason) {
        return new Fact<>(id, claims, preferred, Optional.of(reason));
    }

    Fact<V> sourced(List<Source> added) {
        return change(preferred, claim -> claim.alsoFrom(added));
    }

    Fact<V> claimed(Claim<V> claim) {
        var all = new ArrayList<>(claims);
        all.add(claim);
        return new Fact<>(id, List.copyOf(all), preferred, retraction);
    }

    Fact<V> preferring(int claim) {
        return new Fact<>(id, claims, claim, retraction);
    }

    Fact<V> without(int claim, String reason) {
        return change(claim, withdrawn -> withdrawn.withdrawn(reason));
    }

    private Fact<V> change(int number, UnaryOperator<Claim<V>> change) {
        var all = new ArrayList<>(claims);
        all.set(number - 1, change.apply(all.get(number - 1)));
        return new Fact<>(id, List.copyOf(all), preferred, retraction);
    }
}

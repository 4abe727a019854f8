package org.depositary.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.depositary.vocabulary.sources.Source;

/**
 * A fact with all its claims. The preferred claim gives the statement of the fact.
 *
 * @param claims in the order of their numbers, withdrawn claims included
 * @param preferred the number of the preferred claim
 * @param retraction the reason of the retraction, if the fact is retracted
 */
public record Fact<V>(String id, List<Claim<V>> claims, int preferred, Optional<String> retraction) {

    static <V> Fact<V> recorded(String id, V statement, List<Source> sources) {
        return new Fact<>(id, List.of(Claim.recorded(statement, sources)), Claim.RECORDED, Optional.empty());
    }

    /**
     * Returns the statement to show: the recorded statement, with the fields in which the preferred claim differs
     * replaced.
     */
    public V statement() {
        return withPreferredClaim(recordedClaim().statement());
    }

    public List<Source> sources() {
        return preferredClaim().sources();
    }

    /** Whether the fact is neither retracted nor denied by its preferred claim. */
    public boolean stands() {
        return retraction.isEmpty() && preferredClaim().holds();
    }

    public Optional<Claim<V>> claim(int number) {
        return number < 1 || number > claims.size() ? Optional.empty() : Optional.of(claims.get(number - 1));
    }

    Claim<V> recordedClaim() {
        return claims.getFirst();
    }

    Claim<V> preferredClaim() {
        return claims.get(preferred - 1);
    }

    /** Returns the statement to show if the recorded statement were {@code recorded}. */
    V withPreferredClaim(V recorded) {
        return preferredClaim().overlay(recorded);
    }

    /**
     * @param statement the statement of the fact after the correction
     * @param fields the corrected fields of the recorded statement
     */
    Fact<V> corrected(V statement, List<String> fields, List<Source> sources) {
        var corrected = RecordFieldCopier.overlay(recordedClaim().statement(), statement, fields);
        return change(Claim.RECORDED, claim -> claim.withStatement(corrected).withSources(sources));
    }

    Fact<V> retracted(String reason) {
        return new Fact<>(id, claims, preferred, Optional.of(reason));
    }

    Fact<V> sourced(List<Source> added) {
        return change(preferred, claim -> claim.addSources(added));
    }

    Fact<V> claimed(Claim<V> claim) {
        var all = new ArrayList<>(claims);
        all.add(claim);
        return new Fact<>(id, List.copyOf(all), preferred, retraction);
    }

    Fact<V> preferring(int claim) {
        return new Fact<>(id, claims, claim, retraction);
    }

    Fact<V> withdrawn(int claim, String reason) {
        return change(claim, withdrawn -> withdrawn.withdrawn(reason));
    }

    private Fact<V> change(int number, UnaryOperator<Claim<V>> change) {
        var all = new ArrayList<>(claims);
        all.set(number - 1, change.apply(all.get(number - 1)));
        return new Fact<>(id, List.copyOf(all), preferred, retraction);
    }
}

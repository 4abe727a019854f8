package org.depositary.vocabulary.instruments;

import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * One act of a party about an instrument.
 *
 * @param id of the fact
 * @param effective when the party did it
 * @param inForce when it took effect for the party, if the source says so
 * @param territory the territory to which alone the act applies
 * @param reservation the id of the reservation that a withdrawal withdraws
 */
public record DatedAct(
        String id,
        ActKind kind,
        PartialDate effective,
        Optional<PartialDate> inForce,
        Optional<String> territory,
        Optional<String> reservation) {

    /**
     * Whether the act expresses consent to be bound. A signature does so only if it has a date of entry into force for
     * the party: then the instrument needed nothing but the signature (article 12).
     */
    public boolean isConsent() {
        return kind.isConsent() || (kind == ActKind.SIGNATURE && inForce.isPresent());
    }

    /** Returns the date from which the act has its effect for the party. */
    public PartialDate takesEffect() {
        return inForce.orElse(effective);
    }

    /**
     * Returns the date by which acts are ordered. A party is bound until its denunciation takes effect (article 56,
     * paragraph 2), so the acts between its notice and that day come first.
     */
    PartialDate applies() {
        return kind == ActKind.DENUNCIATION ? takesEffect() : effective;
    }

    /** Whether this act applies before the other one, whatever their imprecise dates are. */
    boolean isCertainlyBefore(DatedAct other) {
        return isCertainlyBefore(applies(), other.applies());
    }

    /** Whether this act was done before the other one, whatever their imprecise dates are. */
    boolean isCertainlyDoneBefore(DatedAct other) {
        return isCertainlyBefore(effective, other.effective);
    }

    private static boolean isCertainlyBefore(PartialDate one, PartialDate other) {
        return one.latest().isPresent()
                && other.earliest().isPresent()
                && one.latest().get().isBefore(other.earliest().get());
    }
}

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

    boolean isCertainlyBefore(DatedAct other) {
        return effective.latest().isPresent()
                && other.effective.earliest().isPresent()
                && effective.latest().get().isBefore(other.effective.earliest().get());
    }
}

package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.vocabulary.sources.Source;

/**
 * How a party stands towards an instrument on a day.
 *
 * @param instrument id of the instrument
 * @param instrumentName the name of the instrument in the preferred language
 * @param party code of the party
 * @param name the name of the party in the preferred language
 * @param status {@code party}: bound, and the instrument is in force for it; {@code contracting}: has consented to be
 *     bound, and the entry into force is later or unknown; {@code provisional}: applies it provisionally; {@code
 *     signatory}: has signed and not consented
 * @param since since when it has this status
 * @param until when its denunciation takes effect, its next act changes the status, or the instrument ends; null if none
 *     is recorded
 * @param act the kind of the act that gave it this status
 * @param signed when it signed; null if no source says so
 * @param ratified when it consented to be bound by an act other than a signature; null if it did not
 * @param inForce when the instrument entered into force for it; null if that is unknown
 * @param territory the territory to which alone the act applies
 * @param reservations its reservations on that day
 * @param certainty how surely it has this status on the day. A signatory that may be bound, because nothing says that
 *     ratification is needed, is {@code possible}
 * @param disputed whether sources disagree on one of its acts
 * @param change the fact that gave it this status
 * @param sources sources of that fact
 */
public record StandingItem(
        String instrument,
        String instrumentName,
        String party,
        String name,
        String status,
        EffectiveDate since,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> until,
        String act,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> signed,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> ratified,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> inForce,
        Optional<String> territory,
        List<ReservationItem> reservations,
        String certainty,
        boolean disputed,
        String change,
        List<Source> sources) {

    /**
     * A reservation on a day.
     *
     * @param id id of the fact that made it
     * @param url the fact that made it
     * @param effective when it took effect
     * @param until when its withdrawal took effect; null if it was not withdrawn
     * @param text its text
     * @param territory the territory to which it applies
     * @param certainty {@code certain} or {@code possible}
     * @param disputed whether sources disagree about it
     */
    record ReservationItem(
            String id,
            String url,
            EffectiveDate effective,
            @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> until,
            Optional<String> text,
            Optional<String> territory,
            String certainty,
            boolean disputed) {}
}

package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.facts.FactRecording;
import org.depositary.gateway.read.facts.FactVerification;
import org.depositary.gateway.read.facts.Retraction;

/**
 * An instrument with every event of its registration.
 *
 * @param lastChanged when its values, sources or claims last changed (RFC 3339)
 * @param lastVerified the last check of the registration against its sources; absent if it was never checked again
 * @param retracted present if the registration is retracted
 */
public record InstrumentDetail(
        @JsonUnwrapped InstrumentItem instrument,
        Optional<Retraction> retracted,
        String lastChanged,
        Optional<FactVerification> lastVerified,
        List<FactRecording> recordings) {

    InstrumentDetail with(FactReads.History history) {
        return new InstrumentDetail(instrument, retracted, lastChanged, history.lastVerified(), history.recordings());
    }
}

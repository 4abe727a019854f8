package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactRecording;
import org.depositary.gateway.read.facts.Retraction;

/**
 * An instrument with every event of its registration.
 *
 * @param retracted present if the registration is retracted
 */
public record InstrumentDetail(
        @JsonUnwrapped InstrumentItem instrument, Optional<Retraction> retracted, List<FactRecording> recordings) {

    InstrumentDetail with(List<FactRecording> history) {
        return new InstrumentDetail(instrument, retracted, history);
    }
}

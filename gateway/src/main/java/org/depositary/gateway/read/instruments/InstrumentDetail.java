package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactRecording;
import org.depositary.gateway.read.facts.Retraction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An instrument with every event of its registration.
 *
 * @param retracted present if the registration is retracted
 */
public record InstrumentDetail(
        @JsonUnwrapped InstrumentItem instrument,

        @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
        Optional<Retraction> retracted,

        List<FactRecording> recordings) {

    InstrumentDetail with(List<FactRecording> history) {
        return new InstrumentDetail(instrument, retracted, history);
    }
}

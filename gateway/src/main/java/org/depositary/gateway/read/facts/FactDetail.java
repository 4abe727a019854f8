package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A fact with all its events. */
public record FactDetail(@JsonUnwrapped FactItem item, List<FactRecording> recordings) {

    static FactDetail of(
            FactReads.Known known,
            InstrumentLinks links,
            CitationPlaces places,
            Optional<JsonNode> strengths,
            List<FactRecording> recordings) {
        return new FactDetail(
                FactItem.of(known)
                        .linkedTo(links.of(known.statement()))
                        .placedBy(places)
                        .reporting(strengths),
                recordings);
    }
}

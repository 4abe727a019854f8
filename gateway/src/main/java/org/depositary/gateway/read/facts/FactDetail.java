package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A fact with all its events.
 *
 * @param lastVerified the last check of the fact against its sources; absent if it was never checked again
 */
public record FactDetail(
        @JsonUnwrapped FactItem item, Optional<FactVerification> lastVerified, List<FactRecording> recordings) {

    static FactDetail of(
            FactReads.Known known,
            InstrumentLinks links,
            CitationPlaces places,
            Optional<JsonNode> strengths,
            FactReads.History history) {
        return new FactDetail(
                FactItem.of(known)
                        .linkedTo(links.of(known.statement()))
                        .placedBy(places)
                        .reporting(strengths),
                history.lastVerified(),
                history.recordings());
    }
}

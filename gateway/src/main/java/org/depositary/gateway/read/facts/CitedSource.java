package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.depositary.vocabulary.sources.Source;

/**
 * A source of a fact, as recorded, and where its quote is now.
 *
 * @param currentAnchor the passage of the current text in which the quote begins; absent if that is the recorded anchor
 * @param orphaned true if the current text has no passage or quote like that; absent otherwise
 */
public record CitedSource(@JsonUnwrapped Source source, Optional<String> currentAnchor, Optional<Boolean> orphaned) {

    static CitedSource of(Source source) {
        return new CitedSource(source, Optional.empty(), Optional.empty());
    }
}

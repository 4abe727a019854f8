package org.depositary.gateway.read.facts;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.vocabulary.sources.Source;

/**
 * The check of a fact against its sources, with the result that it is still right.
 *
 * @param at when it was recorded (RFC 3339)
 * @param actor pseudonymous id of the person who checked
 * @param sources the checked sources
 */
public record FactVerification(String at, String actor, List<Source> sources) {

    /** The last verification among the events of a fact. */
    static Optional<FactVerification> last(List<FactRecording> recordings) {
        return recordings.reversed().stream()
                .filter(FactRecording::isVerification)
                .findFirst()
                .map(event -> new FactVerification(
                        event.recordedAt(),
                        event.actor(),
                        JsonFieldReader.sources(event.data().path("sources"))));
    }
}

package org.depositary.gateway.projection.facts;

import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.log.LoggedEvent;

/**
 * The name of a fact's event, split into kind of fact and action: {@code organ-corrected} is {@code organ} and CORRECTED. All
 * kinds of fact share the endings, so a new kind needs no code here unless its first event has a special name.
 *
 * @param kind kind of fact
 */
record FactEventName(String kind, Action action) {

    enum Action {
        RECORDED,
        CORRECTED,
        RETRACTED,
        SOURCED,
        VERIFIED,
        CLAIMED,
        CLAIM_PREFERRED,
        CLAIM_WITHDRAWN
    }

    private static final Map<String, String> RECORDED_AS = Map.of(
            "membership-changed", "membership-change",
            "organization-changed", "organization-change",
            "import-set-covered", "import-set-coverage");

    private static final Map<String, Action> ENDINGS = Map.of(
            "-recorded", Action.RECORDED,
            "-registered", Action.RECORDED,
            "-corrected", Action.CORRECTED,
            "-retracted", Action.RETRACTED,
            "-sourced", Action.SOURCED,
            "-verified", Action.VERIFIED,
            "-claimed", Action.CLAIMED,
            "-claim-preferred", Action.CLAIM_PREFERRED,
            "-claim-withdrawn", Action.CLAIM_WITHDRAWN);

    /**
     * Parses the name of the event.
     *
     * @throws IllegalArgumentException if this code does not know the event
     */
    static FactEventName of(LoggedEvent change) {
        return Optional.of(change.name())
                .filter(name -> change.schemaVersion() == 1)
                .flatMap(FactEventName::parse)
                .orElseThrow(
                        () -> new IllegalArgumentException("Unknown event of a fact: %s v%d. It may need newer code"
                                .formatted(change.name(), change.schemaVersion())));
    }

    private static Optional<FactEventName> parse(String name) {
        if (RECORDED_AS.containsKey(name)) {
            return Optional.of(new FactEventName(RECORDED_AS.get(name), Action.RECORDED));
        }
        return ENDINGS.entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()))
                .findFirst()
                .map(ending -> new FactEventName(
                        name.substring(0, name.length() - ending.getKey().length()), ending.getValue()));
    }
}

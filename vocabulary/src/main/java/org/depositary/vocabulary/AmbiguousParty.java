package org.depositary.vocabulary;

import java.util.List;
import java.util.stream.Collectors;

/** Several parties go by this name. */
public final class AmbiguousParty extends IllegalArgumentException {

    private final transient List<Party> candidates;

    AmbiguousParty(String input, List<Party> candidates) {
        super("'%s' could be %s: give the code."
                .formatted(input, candidates.stream().map(Party::code).collect(Collectors.joining(" or "))));
        this.candidates = List.copyOf(candidates);
    }

    /** Those that it could be. */
    public List<Party> candidates() {
        return candidates;
    }
}

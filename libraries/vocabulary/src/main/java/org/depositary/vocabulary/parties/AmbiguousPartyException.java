package org.depositary.vocabulary.parties;

import java.util.List;
import java.util.stream.Collectors;

/** Several parties have this name. */
public final class AmbiguousPartyException extends IllegalArgumentException {

    private final transient List<Party> candidates;

    private AmbiguousPartyException(String message, List<Party> candidates) {
        super(message);
        this.candidates = List.copyOf(candidates);
    }

    static AmbiguousPartyException named(String name, List<Party> candidates) {
        var codes = candidates.stream().map(Party::code).collect(Collectors.joining(" or "));
        return new AmbiguousPartyException("'%s' could be %s: give the code.".formatted(name, codes), candidates);
    }

    /** The id of an organisation equals the code of a state in lower case. */
    static AmbiguousPartyException likeStateCode(Party organization, Party state) {
        return new AmbiguousPartyException(
                "'%s' could be an organisation or %s: codes of states are upper-case, and no organisation has an id like one."
                        .formatted(organization, state),
                List.of(state, organization));
    }

    /** The parties that have this name. */
    public List<Party> candidates() {
        return candidates;
    }
}

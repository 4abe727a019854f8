package org.depositary.vocabulary.parties;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when several parties have the requested name or code. */
public final class AmbiguousPartyException extends IllegalArgumentException {

    private final transient List<Party> candidates;

    private AmbiguousPartyException(String message, List<Party> candidates) {
        super(message);
        this.candidates = List.copyOf(candidates);
    }

    static AmbiguousPartyException named(String name, List<Party> candidates) {
        var codes = candidates.stream().map(Party::code).collect(Collectors.joining(" or "));
        return new AmbiguousPartyException(
                "'%s' is ambiguous: it could be %s. Use the code.".formatted(name, codes), candidates);
    }

    /** Returns the exception for a lower-case text that is both the id of an organisation and the code of a state. */
    static AmbiguousPartyException likeStateCode(Party organization, Party state) {
        return new AmbiguousPartyException(
                "'%s' could be an organisation or %s. Codes of states are upper-case, and no organisation may have such an id."
                        .formatted(organization, state),
                List.of(state, organization));
    }

    /** Returns the parties that have the requested name, so that the caller can choose one. */
    public List<Party> candidates() {
        return candidates;
    }
}

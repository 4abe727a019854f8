package org.depositary.vocabulary.parties;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when no party has the requested code or name. */
public final class UnknownPartyException extends IllegalArgumentException {

    private static final int SHOWN = 80;

    UnknownPartyException(String input) {
        this(input, "Use a code (KZ, KAZ, SUHH, cow:705, m49:398), a name, or an organisation's id.");
    }

    private UnknownPartyException(String input, String advice) {
        super("Unknown party '%s'. %s"
                .formatted(input.length() > SHOWN ? input.substring(0, SHOWN) + "…" : input, advice));
    }

    /** Returns the exception for a code or name without a party on the effective date, but with one at other times. */
    static UnknownPartyException atThatTime(String input, List<Party> otherTimes) {
        var codes = otherTimes.stream().map(Party::code).collect(Collectors.joining(" or "));
        return new UnknownPartyException(
                input, "It has no party on that date. At other times it means %s.".formatted(codes));
    }
}

package org.depositary.vocabulary.parties;

/** Thrown when no party has the requested code or name. */
public final class UnknownPartyException extends IllegalArgumentException {

    private static final int SHOWN = 80;

    UnknownPartyException(String input) {
        super("Unknown party '%s'. Use a code (KZ, KAZ, SUHH, cow:705, m49:398), a name, or an organisation's id."
                .formatted(input.length() > SHOWN ? input.substring(0, SHOWN) + "…" : input));
    }
}

package org.depositary.vocabulary;

/** No party goes by this code or name. */
public final class UnknownParty extends IllegalArgumentException {

    UnknownParty(String input) {
        super(
                "No party is known as '%s': give a code (KZ, KAZ, SUHH, cow:705, m49:398), a name, or an organisation's id."
                        .formatted(input));
    }
}

package org.depositary.gateway.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in the change log, written {@code <epoch>.<seq>}: its client has seen everything up to and including
 * {@code seq}. The epoch is that of the entry at {@code seq}. A restored database gives new entries a new epoch, so a cursor of
 * entries that were lost is detected.
 */
public record Cursor(String epoch, long seq) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-z]{4,32})\\.(\\d{1,18})");

    /**
     * Parses a cursor. Empty if the text does not have the form of a cursor. Does not check whether the log contains
     * it.
     */
    public static Optional<Cursor> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cursor(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether its client has seen nothing. All changes of any log follow it, so every log contains it. */
    public boolean isStart() {
        return seq == 0;
    }

    @Override
    public String toString() {
        return epoch + "." + seq;
    }
}

package org.depositary.gateway.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the change log, {@code <epoch>.<seq>}: everything up to and including {@code seq} is behind it. The epoch
 * names the life of the database in which that entry was written, so a cursor of a history that was lost is recognised.
 */
public record Cursor(String epoch, long seq) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-z]{4,32})\\.(\\d{1,18})");

    /** Empty when the text has not the form of a cursor; whether the log knows it is another question. */
    public static Optional<Cursor> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cursor(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "." + seq;
    }
}

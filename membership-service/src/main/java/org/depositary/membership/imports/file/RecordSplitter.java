package org.depositary.membership.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/**
 * Cuts a file into its records, by bytes: one a line, or as RFC 4180 has it, where a quoted field goes on over line
 * breaks. Holds one record at a time, and goes on behind whatever cannot be one.
 */
final class RecordSplitter {

    /** The most bytes of a record. */
    static final int LONGEST = 256 * 1024;

    /** A file with as many is not CSV; its report would say the same of every line. */
    private static final int MOST_NOT_CLOSED = 1_000;

    private static final int NO_SEPARATOR = -1;
    private static final int AHEAD = 64 * 1024;
    /** So many bytes of a record that is too long are enough to tell which party it is about. */
    private static final int BEGINNING = 4 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private enum At {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_CLOSED
    }

    private final InputStream in;
    private final byte[] window = new byte[LONGEST + AHEAD];
    private int separator = NO_SEPARATOR;
    private int start;
    private int position;
    private int end;
    private int line = 1;
    private int notClosed;
    /** Where the last scan for a closing quote gave up. Every line break before it that a scan passed was in quotes. */
    private int scannedTo;

    private int scannedToLine;
    private long reread;

    RecordSplitter(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (end >= 3 && Arrays.equals(window, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            position = 3;
        }
    }

    /** Whether what comes begins with this character, white space aside. */
    boolean beginsWith(char character) {
        int at = firstCharacter();
        return at < end && window[at] == character;
    }

    private int firstCharacter() {
        int at = position;
        while (at < end && Character.isWhitespace(window[at])) {
            at++;
        }
        return at;
    }

    /** From here on, records have fields that may be quoted. The separator is that which the first line has most of. */
    char cutFields() {
        var candidates = new byte[] {',', ';', '\t'};
        var found = new int[candidates.length];
        for (int at = firstCharacter(); at < end && window[at] != '\n'; at++) {
            for (int i = 0; i < candidates.length; i++) {
                found[i] += window[at] == candidates[i] ? 1 : 0;
            }
        }
        int most = 0;
        for (int i = 1; i < candidates.length; i++) {
            most = found[i] > found[most] ? i : most;
        }
        separator = candidates[most];
        return (char) separator;
    }

    /**
     * The next record; empty at the end of the file.
     *
     * @throws Problem when too many quotes are not closed: 422
     */
    Optional<RawRecord> next() throws IOException {
        start = position;
        int firstLine = line;
        int secondLine = -1;
        boolean quoteSpansLines = false;
        var at = At.FIELD_START;
        while (position < end || fill()) {
            byte b = window[position];
            if (position - start >= LONGEST && !endsRecord(at, b)) {
                return Optional.of(
                        at == At.QUOTED && quoteSpansLines ? notClosed(firstLine, secondLine) : tooLong(firstLine));
            }
            position++;
            if (b == '\n') {
                line++;
                if (at != At.QUOTED) {
                    return Optional.of(record(firstLine, position - 1));
                }
                quoteSpansLines = true;
                secondLine = secondLine < 0 ? position - start : secondLine;
                skipScanned();
            } else if (separator != NO_SEPARATOR) {
                at = after(at, b);
                quoteSpansLines &= at == At.QUOTED || at == At.QUOTE_CLOSED;
            }
        }
        if (position == start) {
            return Optional.empty();
        }
        return Optional.of(
                at == At.QUOTED && quoteSpansLines ? notClosed(firstLine, secondLine) : record(firstLine, position));
    }

    /**
     * Called behind a line break in quotes. If an earlier scan passed it, it was in quotes then too, and all that follows
     * is the same: this scan goes on where that one gave up. Without this, each quote costs LONGEST bytes.
     */
    private void skipScanned() {
        if (position < scannedTo) {
            reread -= scannedTo - position;
            position = scannedTo;
            line = scannedToLine;
        }
    }

    /** How many bytes were scanned more than once. */
    long reread() {
        return reread;
    }

    /** A line break is no part of the record, and may stand behind its last byte. */
    private boolean endsRecord(At at, byte b) {
        return at != At.QUOTED && (b == '\n' || b == '\r' && position - start == LONGEST);
    }

    private At after(At at, byte b) {
        return switch (at) {
            case QUOTED -> b == '"' ? At.QUOTE_CLOSED : At.QUOTED;
            case QUOTE_CLOSED -> b == '"' ? At.QUOTED : b == separator ? At.FIELD_START : At.PLAIN;
            case FIELD_START -> b == '"' ? At.QUOTED : b == separator ? At.FIELD_START : At.PLAIN;
            case PLAIN -> b == separator ? At.FIELD_START : At.PLAIN;
        };
    }

    private RawRecord record(int firstLine, int until) {
        int last = until > start && window[until - 1] == '\r' ? until - 1 : until;
        return new RawRecord(firstLine, Arrays.copyOfRange(window, start, last), Optional.empty());
    }

    /** A quote that nobody closed must not swallow the lines behind it: they are read as if it were not there. */
    private RawRecord notClosed(int firstLine, int secondLine) {
        if (++notClosed == MOST_NOT_CLOSED) {
            throw Problem.invalid(
                    "",
                    "%,d quotes are opened and not closed, the last in line %d: is this CSV?"
                            .formatted(MOST_NOT_CLOSED, firstLine));
        }
        scannedTo = position;
        scannedToLine = line;
        position = start + secondLine;
        line = firstLine + 1;
        reread += scannedTo - position;
        return RawRecord.flawed(
                firstLine,
                Arrays.copyOfRange(window, start, position),
                "A quote is opened here and not closed within %d KiB".formatted(LONGEST / 1024));
    }

    private RawRecord tooLong(int firstLine) throws IOException {
        var beginning = Arrays.copyOfRange(window, start, start + BEGINNING);
        start = position;
        while (position < end || fill()) {
            start = position + 1;
            if (window[position++] == '\n') {
                line++;
                break;
            }
        }
        return RawRecord.flawed(firstLine, beginning, "A row takes at most %d KiB".formatted(LONGEST / 1024));
    }

    /** Reads on, behind what is still needed. */
    private boolean fill() throws IOException {
        System.arraycopy(window, start, window, 0, end - start);
        position -= start;
        scannedTo -= start;
        end -= start;
        start = 0;
        int read = in.readNBytes(window, end, window.length - end);
        end += read;
        return read > 0;
    }
}

package org.depositary.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/**
 * Splits the bytes of a file into records: one per line, or for CSV as in RFC 4180, where a quoted field may contain line
 * breaks. Keeps one record in memory at a time. After a damaged record, continues with the next line.
 */
final class RecordSplitter {

    static final int MAX_RECORD_BYTES = 256 * 1024;

    /**
     * The maximum number of unclosed quotes in a file. A file with more is probably not CSV, and its report would
     * repeat one error for every line.
     */
    private static final int MAX_UNCLOSED_QUOTES = 1_000;

    private static final int NO_SEPARATOR = -1;
    private static final int READ_AHEAD_BYTES = 64 * 1024;
    /** The number of bytes that are kept of a record that is too long, so that the report can name its subject. */
    private static final int BEGINNING_BYTES = 4 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_CLOSED
    }

    private final InputStream in;
    private final byte[] window = new byte[MAX_RECORD_BYTES + READ_AHEAD_BYTES];
    private int separator = NO_SEPARATOR;
    private int start;
    private int position;
    private int end;
    private int line = 1;
    private int unclosedQuotes;
    /**
     * The offset at which the last search for a closing quote stopped without success. Every line break that the
     * search passed was inside quotes.
     */
    private int searchedTo;

    private int searchedToLine;
    private long rescannedBytes;

    RecordSplitter(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (end >= 3 && Arrays.equals(window, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            position = 3;
        }
    }

    /** Whether the next record begins with this character. Leading white space is ignored. */
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

    /**
     * Switches to CSV, so that the following records may have quoted fields.
     *
     * @return the separator: the comma, semicolon or tab, whichever is most frequent in the next line
     */
    char useQuotedFields() {
        var candidates = new byte[] {',', ';', '\t'};
        var counts = new int[candidates.length];
        for (int at = firstCharacter(); at < end && window[at] != '\n'; at++) {
            for (int i = 0; i < candidates.length; i++) {
                counts[i] += window[at] == candidates[i] ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < candidates.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        separator = candidates[best];
        return (char) separator;
    }

    /**
     * Returns the next record, or empty at the end of the file.
     *
     * @throws Problem if too many quotes are not closed: 422
     */
    Optional<RawRecord> next() throws IOException {
        start = position;
        int firstLine = line;
        int secondLineOffset = -1;
        boolean quoteSpansLines = false;
        var state = State.FIELD_START;
        while (position < end || fill()) {
            byte b = window[position];
            if (position - start >= MAX_RECORD_BYTES && !endsRecord(state, b)) {
                return Optional.of(
                        state == State.QUOTED && quoteSpansLines
                                ? unclosedQuote(firstLine, secondLineOffset)
                                : tooLong(firstLine));
            }
            position++;
            if (b == '\n') {
                line++;
                if (state != State.QUOTED) {
                    return Optional.of(record(firstLine, position - 1));
                }
                quoteSpansLines = true;
                secondLineOffset = secondLineOffset < 0 ? position - start : secondLineOffset;
                skipSearched();
            } else if (separator != NO_SEPARATOR) {
                state = nextState(state, b);
                quoteSpansLines &= state == State.QUOTED || state == State.QUOTE_CLOSED;
            }
        }
        if (position == start) {
            return Optional.empty();
        }
        return Optional.of(
                state == State.QUOTED && quoteSpansLines
                        ? unclosedQuote(firstLine, secondLineOffset)
                        : record(firstLine, position));
    }

    /**
     * Skips bytes that an earlier search for a closing quote has scanned. Must be called after a line break inside
     * quotes. If the earlier search passed the same line break, both searches see the same bytes in the same state,
     * so this one continues where the earlier one stopped. Without this, each unclosed quote would cost a scan of
     * MAX_RECORD_BYTES.
     */
    private void skipSearched() {
        if (position < searchedTo) {
            rescannedBytes -= searchedTo - position;
            position = searchedTo;
            line = searchedToLine;
        }
    }

    /** Returns the number of bytes that were scanned more than once, for tests. */
    long rescannedBytes() {
        return rescannedBytes;
    }

    /**
     * Whether the byte ends a record that has reached the maximum size. The line break itself does not count towards
     * the size.
     */
    private boolean endsRecord(State state, byte b) {
        return state != State.QUOTED && (b == '\n' || b == '\r' && position - start == MAX_RECORD_BYTES);
    }

    private State nextState(State state, byte b) {
        return switch (state) {
            case QUOTED -> b == '"' ? State.QUOTE_CLOSED : State.QUOTED;
            case QUOTE_CLOSED -> b == '"' ? State.QUOTED : b == separator ? State.FIELD_START : State.PLAIN;
            case FIELD_START -> b == '"' ? State.QUOTED : b == separator ? State.FIELD_START : State.PLAIN;
            case PLAIN -> b == separator ? State.FIELD_START : State.PLAIN;
        };
    }

    private RawRecord record(int firstLine, int recordEnd) {
        int last = recordEnd > start && window[recordEnd - 1] == '\r' ? recordEnd - 1 : recordEnd;
        return new RawRecord(firstLine, Arrays.copyOfRange(window, start, last), Optional.empty());
    }

    /**
     * Returns the first line of a record with an unclosed quote as a damaged record. The next record then starts on
     * the second line.
     */
    private RawRecord unclosedQuote(int firstLine, int secondLineOffset) {
        if (++unclosedQuotes == MAX_UNCLOSED_QUOTES) {
            throw Problem.invalid(
                    "",
                    "%,d quotes are opened and not closed, the last in line %d: is this CSV?"
                            .formatted(MAX_UNCLOSED_QUOTES, firstLine));
        }
        searchedTo = position;
        searchedToLine = line;
        position = start + secondLineOffset;
        line = firstLine + 1;
        rescannedBytes += searchedTo - position;
        return RawRecord.damaged(
                firstLine,
                Arrays.copyOfRange(window, start, position),
                "A quote is opened here and not closed within %d KiB".formatted(MAX_RECORD_BYTES / 1024));
    }

    private RawRecord tooLong(int firstLine) throws IOException {
        var beginning = Arrays.copyOfRange(window, start, start + BEGINNING_BYTES);
        start = position;
        while (position < end || fill()) {
            start = position + 1;
            if (window[position++] == '\n') {
                line++;
                break;
            }
        }
        return RawRecord.damaged(firstLine, beginning, "A row takes at most %d KiB".formatted(MAX_RECORD_BYTES / 1024));
    }

    /**
     * Discards the bytes before the current record and reads more bytes into the buffer. Returns false at the end of
     * the file.
     */
    private boolean fill() throws IOException {
        System.arraycopy(window, start, window, 0, end - start);
        position -= start;
        searchedTo -= start;
        end -= start;
        start = 0;
        int read = in.readNBytes(window, end, window.length - end);
        end += read;
        return read > 0;
    }
}

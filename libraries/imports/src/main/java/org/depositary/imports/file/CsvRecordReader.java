package org.depositary.imports.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;

/**
 * Reads the records of a CSV file with FastCSV. A record may have several lines, within quotes. After a damaged record,
 * continues with the next line.
 */
final class CsvRecordReader {

    /**
     * The maximum number of unclosed quotes in a file. A file with more is probably not CSV, and its report would
     * repeat one error for every line.
     */
    private static final int MAX_UNCLOSED_QUOTES = 1_000;

    /**
     * A record.
     *
     * @param line the line on which it begins, from 1
     * @param text the lines of the record; of a damaged record, only those that certainly belong to it
     * @param values the values; if the record is damaged, empty
     * @param error the reason why the record cannot be read
     */
    record CsvRecord(int line, String text, List<String> values, Optional<String> error) {

        boolean isBlank() {
            return values.stream().allMatch(String::isBlank);
        }
    }

    /** Collects the values of a record. The line feed limits their size. */
    private static final class ValueCollector extends AbstractBaseCsvCallbackHandler<List<String>> {

        private List<String> values = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            values = new ArrayList<>();
        }

        @Override
        protected void handleField(int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
            values.add(new String(buffer, offset, length));
        }

        @Override
        protected List<String> buildRecord() {
            return values;
        }
    }

    private final CsvLineFeed feed;
    private final char separator;
    private final char foreignLineEnd;
    private CloseableIterator<List<String>> parser;
    private int unclosedQuotes;

    CsvRecordReader(CsvLineFeed feed, char separator, char foreignLineEnd) {
        this.feed = feed;
        this.separator = separator;
        this.foreignLineEnd = foreignLineEnd;
        restart();
    }

    /** Drops the state and the buffer of the parser. */
    private void restart() {
        parser = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .build(new ValueCollector(), feed)
                .iterator();
    }

    /**
     * Returns the next record, or empty at the end of the file.
     *
     * @throws Problem if too many quotes are not closed: 422
     */
    Optional<CsvRecord> next() {
        feed.beginRecord();
        try {
            var values = parser.hasNext() ? parser.next() : List.<String>of();
            if (feed.isEmpty()) {
                return Optional.empty();
            }
            if (feed.isExhausted()) {
                return Optional.of(unfinished());
            }
            return feed.giveSkippedAgain() ? readAgain() : Optional.of(complete(values));
        } catch (CsvParseException invalid) {
            if (feed.isExhausted()) {
                return Optional.of(unfinished());
            }
            return feed.giveSkippedAgain() ? readAgain() : Optional.of(invalidRecord(reason(invalid)));
        }
    }

    private Optional<CsvRecord> readAgain() {
        restart();
        return next();
    }

    private CsvRecord complete(List<String> values) {
        if (feed.isTooLong()) {
            return tooLong();
        }
        if (feed.contains(foreignLineEnd) && hasMore()) {
            restart();
            return damaged(feed.text(), "This is not CSV: another kind of line end stands alone in it");
        }
        return new CsvRecord(feed.firstLine(), feed.text(), values, Optional.empty());
    }

    /** Whether the lines of the record contain another record. Stops the parser at their end. */
    private boolean hasMore() {
        feed.pause();
        try {
            return parser.hasNext();
        } catch (CsvParseException invalid) {
            return true;
        } finally {
            restart();
        }
    }

    /** A quote was still open when the lines of the record ended, so the parser asked for more. */
    private CsvRecord unfinished() {
        restart();
        if (feed.closedQuoteInTooLongLine(separator)) {
            return tooLong();
        }
        if (++unclosedQuotes == MAX_UNCLOSED_QUOTES) {
            throw Problem.invalid(
                    "",
                    "%,d quotes are opened and not closed, the last in line %d: is this CSV?"
                            .formatted(MAX_UNCLOSED_QUOTES, feed.firstLine()));
        }
        feed.giveAgainAfterSearch();
        return damaged(
                feed.firstLineText(),
                "A quote is opened here and not closed within %d KiB".formatted(TextLine.MAX_BYTES / 1024));
    }

    private CsvRecord tooLong() {
        return damaged(feed.firstLineText(), TextLine.TOO_LONG);
    }

    /** The lines after the first one are read again, because the error may be a quote in the first one. */
    private CsvRecord invalidRecord(String reason) {
        restart();
        feed.giveAgain();
        return damaged(feed.firstLineText(), "This is not CSV: " + reason);
    }

    private CsvRecord damaged(String text, String error) {
        return new CsvRecord(feed.firstLine(), text, List.of(), Optional.of(error));
    }

    /** FastCSV gives the reason as the cause, below a message with its own line number. */
    private static String reason(CsvParseException invalid) {
        return invalid.getCause() == null
                ? invalid.getMessage()
                : invalid.getCause().getMessage();
    }
}

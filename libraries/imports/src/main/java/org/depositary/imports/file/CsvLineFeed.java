package org.depositary.imports.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives a CSV parser one line at a time, and remembers the lines of the current record. The parser asks for another line
 * only if a quote is open at the end of the last one. So an unclosed quote ends at the size limit of a record, and the
 * lines after its first one can be given again.
 */
final class CsvLineFeed extends Reader {

    private final LineReader lines;
    private final Deque<TextLine> again = new ArrayDeque<>();
    private final List<TextLine> recordLines = new ArrayList<>();
    private String current = "";
    private int currentPosition;
    private int recordLength;
    private long givenCharacters;
    /**
     * The last line of the last search for a closing quote that failed. A quote was open at the end of all lines that it
     * passed.
     */
    private int searchedToLine;

    private boolean searchedLinesSkipped;
    private boolean mayNotSkip;
    private boolean paused;
    private boolean exhausted;

    CsvLineFeed(LineReader lines) {
        this.lines = lines;
    }

    /** Begins a record on a new line. Drops the rest of a line in which the parser has met an error. */
    void beginRecord() {
        recordLines.clear();
        current = "";
        currentPosition = 0;
        recordLength = 0;
        exhausted = false;
        paused = false;
        searchedLinesSkipped = false;
    }

    /** Returns the next line that is not blank, without removing it. */
    Optional<TextLine> peek() throws IOException {
        var line = nextLine();
        line.ifPresent(again::addFirst);
        return line;
    }

    /** Skips the next line. */
    void skip() throws IOException {
        nextLine();
    }

    private Optional<TextLine> nextLine() throws IOException {
        var line = lineAgainOrNew();
        // A blank line within quotes belongs to the record. Between records it is skipped.
        while (recordLines.isEmpty()
                && line.filter(next -> next.isBlank() && !next.tooLong()).isPresent()) {
            line = lineAgainOrNew();
        }
        return line;
    }

    private Optional<TextLine> lineAgainOrNew() throws IOException {
        return again.isEmpty() ? lines.next() : Optional.of(again.removeFirst());
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (currentPosition == current.length() && !advance()) {
            return -1;
        }
        int count = Math.min(length, current.length() - currentPosition);
        current.getChars(currentPosition, currentPosition + count, buffer, offset);
        currentPosition += count;
        return count;
    }

    private boolean advance() throws IOException {
        skipSearchedLines();
        var next = paused || isCutOff() ? Optional.<TextLine>empty() : nextLine();
        if (next.isEmpty()) {
            exhausted = true;
            return false;
        }
        var line = next.get();
        add(line);
        // The last line gets a line end, so that the parser asks for more only if a quote is open.
        current = line.text() + (line.end().isEmpty() ? "\n" : line.end());
        currentPosition = 0;
        givenCharacters += current.length();
        return true;
    }

    /**
     * Adds the lines that an earlier search has passed to the record, without giving them to the parser. A quote is open
     * now, as it was then, so they cannot end the record. Without this, each unclosed quote would cost a search of 256
     * KiB.
     */
    private void skipSearchedLines() {
        while (!recordLines.isEmpty()
                && !mayNotSkip
                && !paused
                && !again.isEmpty()
                && again.getFirst().number() <= searchedToLine) {
            add(again.removeFirst());
            searchedLinesSkipped = true;
        }
    }

    private void add(TextLine line) {
        recordLines.add(line);
        recordLength += line.text().length() + Math.max(line.end().length(), 1);
    }

    private boolean isCutOff() {
        return recordLength > TextLine.MAX_BYTES || endsWithTooLongLine();
    }

    private boolean endsWithTooLongLine() {
        return !recordLines.isEmpty() && recordLines.getLast().tooLong();
    }

    /** Gives no further line until the next record begins. */
    void pause() {
        paused = true;
    }

    /** Whether the parser asked for more lines than the record can have. */
    boolean isExhausted() {
        return exhausted;
    }

    /**
     * Whether the record ends with a line that is too long, and the quote that is still open was opened in that line: the
     * line closes the quote of the lines before it.
     */
    boolean closedQuoteInTooLongLine(char separator) {
        return endsWithTooLongLine()
                && (recordLines.size() == 1 || recordLines.getLast().text().contains("\"" + separator));
    }

    boolean isEmpty() {
        return recordLines.isEmpty();
    }

    int firstLine() {
        return recordLines.getFirst().number();
    }

    boolean contains(char character) {
        return recordLines.stream().anyMatch(line -> line.text().indexOf(character) >= 0);
    }

    boolean isTooLong() {
        return recordLines.stream().anyMatch(TextLine::tooLong)
                || recordLength > TextLine.MAX_BYTES / 3 && TextLine.isTooLong(text());
    }

    /** Returns the text of the record, without the last line end. */
    String text() {
        var text = recordLines.stream().map(line -> line.text() + line.end()).collect(Collectors.joining());
        return text.substring(0, text.length() - recordLines.getLast().end().length());
    }

    String firstLineText() {
        return recordLines.getFirst().text();
    }

    /** Gives the lines of the record after its first one again. */
    void giveAgain() {
        giveAgain(1);
        searchedToLine = 0;
        mayNotSkip = false;
    }

    /** Gives the lines of the record after its first one again, because the quote that is open there is not closed. */
    void giveAgainAfterSearch() {
        giveAgain(1);
        searchedToLine = recordLines.getLast().number();
        mayNotSkip = false;
    }

    /**
     * Gives all lines of the record again if some were skipped and the record has ended all the same. Returns false if
     * none were skipped.
     */
    boolean giveSkippedAgain() {
        if (searchedLinesSkipped) {
            giveAgain(0);
            mayNotSkip = true;
            return true;
        }
        mayNotSkip = false;
        return false;
    }

    private void giveAgain(int from) {
        for (int i = recordLines.size() - 1; i >= from; i--) {
            again.addFirst(recordLines.get(i));
        }
    }

    /** Returns the number of characters that the parser has received, for tests. */
    long givenCharacters() {
        return givenCharacters;
    }

    @Override
    public void close() {}
}

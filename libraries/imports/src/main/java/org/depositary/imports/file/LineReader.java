package org.depositary.imports.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads the lines of a file. The first line end decides whether lines end with a line feed or, as on old Macs, with a
 * carriage return; carriage returns before a line feed belong to the line end. Keeps one line in memory at a time.
 */
final class LineReader {

    /** The number of characters that are kept of a line that is too long, so that the report can name its subject. */
    private static final int BEGINNING = 4 * 1024;

    private static final int READ_AHEAD = 64 * 1024;

    private final Reader in;
    private final char[] window = new char[TextLine.MAX_BYTES + READ_AHEAD];
    private final char lineEnd;
    private int position;
    private int end;
    private int number;

    LineReader(Reader in) throws IOException {
        this.in = in;
        fill();
        this.lineEnd = firstLineEnd();
    }

    private char firstLineEnd() {
        int at = 0;
        while (at < end && window[at] != '\n' && window[at] != '\r') {
            at++;
        }
        while (at < end && window[at] == '\r') {
            at++;
        }
        return at > 0 && window[at - 1] == '\r' && (at == end || window[at] != '\n') ? '\r' : '\n';
    }

    /** Returns the first character of the file that is no white space. Zero if there is none within the first lines. */
    char firstCharacter() {
        int at = position;
        while (at < end && Character.isWhitespace(window[at])) {
            at++;
        }
        return at < end ? window[at] : '\0';
    }

    /** Returns the character that ends no line of this file, although it ends lines of other files. */
    char foreignLineEnd() {
        return lineEnd == '\n' ? '\r' : '\n';
    }

    /** Returns the next line, or empty at the end of the file. */
    Optional<TextLine> next() throws IOException {
        int at = position;
        while (true) {
            while (at < end && window[at] != lineEnd) {
                at++;
            }
            if (at < end) {
                return Optional.of(line(at, at + 1));
            }
            if (at - position >= window.length - 1) {
                return Optional.of(tooLongLine());
            }
            int length = at - position;
            if (!fill()) {
                return end == position ? Optional.empty() : Optional.of(line(end, end));
            }
            at = position + length;
        }
    }

    private TextLine line(int textEnd, int lineEndEnd) {
        int last = textEnd;
        while (lineEnd == '\n' && last > position && window[last - 1] == '\r') {
            last--;
        }
        var text = new String(window, position, last - position);
        var terminator = lineEndEnd == textEnd ? "" : lineEnd == '\r' ? "\r" : last < textEnd ? "\r\n" : "\n";
        position = lineEndEnd;
        boolean tooLong = TextLine.isTooLong(text);
        return new TextLine(++number, tooLong ? text.substring(0, BEGINNING) : text, terminator, tooLong);
    }

    private TextLine tooLongLine() throws IOException {
        var beginning = new String(window, position, BEGINNING);
        position = end;
        while (position < end || fill()) {
            if (window[position++] == lineEnd) {
                break;
            }
        }
        return new TextLine(++number, beginning, String.valueOf(lineEnd), true);
    }

    /** Discards the characters before the position and reads more. Returns false at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(window, position, window, 0, end - position);
        end -= position;
        position = 0;
        int before = end;
        for (int read = 0; read >= 0 && end < window.length; end += Math.max(read, 0)) {
            read = in.read(window, end, window.length - end);
        }
        return end > before;
    }
}

package org.depositary.documents.extraction.office;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A rich text as Tika has to see it. Tika pours footnotes and comments into their paragraph and drops the printed numbers
 * of lists. So two characters mark a footnote, comments are left out, and a number is text.
 */
final class RichTextInput extends InputStream {

    /** Characters that no text contains, because Unicode reserves them for programs. */
    static final char NOTE_BEGINS = '\uFDD0';

    static final char NOTE_ENDS = '\uFDD1';

    private static final Pattern NUMBER =
            Pattern.compile("[\\[(]?(?:[\\p{L}\\d]{1,5}[.)\\]-])*(?:\\d{1,5}|\\p{L}{1,5}[.)\\]])");
    private static final Pattern CONTROLS = Pattern.compile("\\\\[a-z]{1,32}-?\\d{0,10} ?|[{}\\s]");
    private static final Set<String> BREAKS = Set.of("par", "sect", "page", "cell", "row");
    private static final Set<String> COMMENTS = Set.of("annotation", "atnid", "atnauthor", "chatn");
    private static final int LONGEST_NUMBER = 4_000;
    private static final int LONGEST_WORD = 32;

    private final InputStream source;
    private final ByteArrayOutputStream next = new ByteArrayOutputStream();
    private byte[] ready = new byte[0];
    private int at;
    private int depth;
    private int noteDepth;
    private long binary;
    private boolean begun;

    RichTextInput(InputStream source) {
        this.source = new BufferedInputStream(source);
    }

    @Override
    public int read() throws IOException {
        if (at == ready.length && !fill()) {
            return -1;
        }
        return ready[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == ready.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Reads the next bytes until there is something to write. Returns false at the end of the file. */
    private boolean fill() throws IOException {
        next.reset();
        while (next.size() < 1024) {
            int c = source.read();
            if (c < 0) {
                break;
            }
            if (binary > 0) {
                binary--;
                next.write(c);
            } else {
                add(c);
            }
        }
        ready = next.toByteArray();
        at = 0;
        return ready.length > 0;
    }

    private void add(int c) throws IOException {
        switch (c) {
            case '{' -> {
                begun = true;
                depth++;
                next.write(c);
            }
            case '}' -> {
                endGroup();
                next.write(c);
            }
            case '\\' -> addControl();
            default -> {
                // A byte order mark and blank lines can precede the text.
                if (begun) {
                    next.write(c);
                }
            }
        }
    }

    private void endGroup() {
        if (noteDepth == depth && noteDepth > 0) {
            write(mark(NOTE_ENDS));
            noteDepth = 0;
        }
        depth--;
    }

    /** Handles a control word such as {@code \footnote}, or a control symbol such as {@code \'e9}. */
    private void addControl() throws IOException {
        String word = letters();
        if (word.isEmpty()) {
            next.write('\\');
            int symbol = source.read();
            if (symbol >= 0) {
                next.write(symbol);
            }
            return;
        }
        String parameter = parameter();
        if (word.equals("footnote") && noteDepth == 0) {
            noteDepth = depth;
            write(mark(NOTE_BEGINS));
        } else if (word.equals("listtext")) {
            addNumber();
        } else if (noteDepth > 0 && BREAKS.contains(word)) {
            write("\\line ");
        } else if (!COMMENTS.contains(word) && !(noteDepth > 0 && word.equals("pard"))) {
            write("\\" + word + parameter + " ");
        }
        if (word.equals("bin") && parameter.matches("\\d{1,9}")) {
            binary = Long.parseLong(parameter);
        }
    }

    private String letters() throws IOException {
        var word = new StringBuilder();
        for (int c = peek(); Character.isLetter(c) && c < 0x80 && word.length() < LONGEST_WORD; c = peek()) {
            word.append((char) source.read());
        }
        return word.toString();
    }

    /** Returns the number after a control word. Reads the space that ends it, too. */
    private String parameter() throws IOException {
        var number = new StringBuilder();
        for (int c = peek(); c == '-' && number.isEmpty() || c >= '0' && c <= '9' && number.length() < 12; c = peek()) {
            number.append((char) source.read());
        }
        if (peek() == ' ') {
            source.read();
        }
        return number.toString();
    }

    private int peek() throws IOException {
        source.mark(1);
        int c = source.read();
        source.reset();
        return c;
    }

    /** Adds the rest of a group with the number of a list item, but not one with only a bullet. */
    private void addNumber() throws IOException {
        var group = new StringBuilder();
        int open = 0;
        for (int c = peek(); c >= 0 && !(c == '}' && open == 0) && group.length() < LONGEST_NUMBER; c = peek()) {
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            group.append((char) source.read());
        }
        String printed = CONTROLS.matcher(group).replaceAll("");
        boolean number = NUMBER.matcher(printed).lookingAt();
        write((number ? "" : "\\listtext ") + group);
        depth += open;
    }

    /** In a group of its own, because a program may have changed how many characters stand in for an unknown one. */
    private static String mark(char mark) {
        return "{\\uc1\\u%d?}".formatted((short) mark);
    }

    private void write(String text) {
        next.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

package org.depositary.documents.extraction.office;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notes of an office file. They come at the end of its page, footnotes before endnotes. */
final class OfficeNotes {

    /** Whether notes stand at the end of a page or of the document. Each kind counts from 1. */
    enum Kind {
        FOOTNOTE,
        ENDNOTE
    }

    private record Note(int number, StringBuilder text) {

        String paragraph() {
            return "<p id=fn-%d>%s</p>".formatted(number, text);
        }
    }

    private final Map<String, Note> footnotes = new LinkedHashMap<>();
    private final Map<String, Note> endnotes = new LinkedHashMap<>();

    /** Returns the number of a note. The first reference to a note gives it the next number. */
    int number(Kind kind, String id) {
        Map<String, Note> notes = of(kind);
        return notes.computeIfAbsent(id, first -> new Note(notes.size() + 1, new StringBuilder()))
                .number();
    }

    /** Returns where to write the text of a note, as HTML. A note without a reference is not part of the page. */
    StringBuilder text(Kind kind, String id) {
        Note note = of(kind).get(id);
        return note == null ? new StringBuilder() : note.text();
    }

    /** Returns where to write the text of a note, after its number. */
    StringBuilder numbered(Kind kind, String id) {
        Note note = of(kind).get(id);
        return note == null
                ? new StringBuilder()
                : note.text().append(note.number()).append(' ');
    }

    /** Returns the paragraphs of the notes that have a text. */
    String html() {
        return Stream.concat(footnotes.values().stream(), endnotes.values().stream())
                .filter(note -> !note.text().isEmpty())
                .map(Note::paragraph)
                .collect(Collectors.joining());
    }

    private Map<String, Note> of(Kind kind) {
        return kind == Kind.FOOTNOTE ? footnotes : endnotes;
    }
}

package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.repair.RepairedText;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.TextEdit;
import org.depositary.testing.Waiting;

/** A document that was read, as tests look at it. */
public record ExtractedDocument(ExtractionOutcome.Read read) {

    /** The default limits, but with enough time for a busy machine. */
    public static final ExtractionLimits LIMITS = new ExtractionLimits(5_000_000, 200_000, Waiting.LIMIT);

    public static ExtractedDocument ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    public static ExtractedDocument ofHtml(String html) {
        return of(html.getBytes(StandardCharsets.UTF_8), "text/html");
    }

    public static ExtractedDocument of(byte[] bytes, String declaredType) {
        ExtractionOutcome outcome = ExtractedDocument.outcome(bytes, declaredType, LIMITS);
        assertThat(outcome).as("%s", outcome.problem()).isInstanceOf(ExtractionOutcome.Read.class);
        return new ExtractedDocument((ExtractionOutcome.Read) outcome);
    }

    public static ExtractionOutcome outcome(byte[] bytes, String declaredType, ExtractionLimits limits) {
        try {
            Path file = Files.createTempFile("document", "");
            try {
                Files.write(file, bytes);
                return new DocumentExtraction(limits).read(file, DeclaredMediaType.of(declaredType));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Each passage as {@code anchor: text}, its white space collapsed. */
    List<String> passages() {
        return read.passages().stream().map(this::inOneLine).toList();
    }

    List<String> anchors() {
        return read.passages().stream().map(Passage::anchor).toList();
    }

    public String textOf(Passage passage) {
        return slice(passage.start(), passage.end());
    }

    /** Each edit as {@code reason: extracted>replacement}. */
    public List<String> edits() {
        return read.passages().stream()
                .flatMap(passage -> passage.edits().stream())
                .map(edit -> edit.reason().label() + ": " + slice(edit.start(), edit.end()) + ">" + edit.replacement())
                .toList();
    }

    /** The whole text with all edits applied. */
    public String repairedText() {
        List<TextEdit> edits = read.passages().stream()
                .flatMap(passage -> passage.edits().stream())
                .toList();
        return RepairedText.of(read.text(), 0, edits);
    }

    private String slice(int start, int end) {
        String text = read.text();
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private String inOneLine(Passage passage) {
        return passage.anchor() + ": " + textOf(passage).replaceAll("\\s+", " ");
    }
}

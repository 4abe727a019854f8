package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A document that was read, as tests look at it. */
record Reading(Outcome.Read read) {

    static Reading ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    static Reading ofHtml(String html) {
        return of(html.getBytes(StandardCharsets.UTF_8), "text/html");
    }

    static Reading of(byte[] bytes, String declaredType) {
        Outcome outcome = new Extraction(Limits.DEFAULT).read(bytes, DeclaredType.of(declaredType));
        assertThat(outcome).as("%s", outcome.problem()).isInstanceOf(Outcome.Read.class);
        return new Reading((Outcome.Read) outcome);
    }

    /** Each passage as {@code anchor: text}, its white space collapsed. */
    List<String> passages() {
        return read.passages().stream().map(this::inOneLine).toList();
    }

    List<String> anchors() {
        return read.passages().stream().map(Passage::anchor).toList();
    }

    String textOf(Passage passage) {
        String text = read.text();
        return text.substring(text.offsetByCodePoints(0, passage.start()), text.offsetByCodePoints(0, passage.end()));
    }

    private String inOneLine(Passage passage) {
        return passage.anchor() + ": " + textOf(passage).replaceAll("\\s+", " ");
    }
}

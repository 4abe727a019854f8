package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.depositary.documents.extraction.samples.SampleFiles;
import org.depositary.documents.extraction.samples.SamplePdf;
import org.depositary.documents.extraction.samples.SamplePdf.Style;
import org.depositary.documents.extraction.samples.SampleText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same text has the same passages in each format. */
@Tag("full")
class FormatAlignmentTest {

    private static final double ALIGNED = 0.98;

    static Stream<Arguments> files() {
        return LongStream.of(1, 2).boxed().flatMap(seed -> {
            SampleText text = SampleText.treaty(seed, 60);
            SampleText marked = text.withMarks();
            return Stream.of(
                    arguments("html", text, SampleFiles.html(text)),
                    arguments("docx", text, SampleFiles.docx(text)),
                    arguments("rtf", text, SampleFiles.rtf(text)),
                    arguments("odt", text, SampleFiles.odt(text)),
                    arguments("epub", text, SampleFiles.epub(text)),
                    arguments("pdf with gaps", text, SamplePdf.of(text, Style.GAPS)),
                    arguments("pdf with indents", text, SamplePdf.of(text, Style.INDENTS)),
                    arguments("justified pdf", text, SamplePdf.of(text, Style.JUSTIFIED)),
                    arguments("pdf with small gaps", text, SamplePdf.of(text, Style.SMALL_GAPS)),
                    arguments("pdf with text objects", text, SamplePdf.of(text, Style.TEXT_OBJECTS)),
                    arguments("pdf with marked content", text, SamplePdf.of(text, Style.MARKED)),
                    arguments("pdf with raised marks", marked, SamplePdf.of(marked, Style.RAISED_MARKS)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_same_text_has_the_same_passages(String format, SampleText text, byte[] file) {
        List<String> plain = passages(SampleFiles.txt(text));

        List<String> other = passages(file);

        assertThat(share(plain, other)).as(() -> difference(plain, other)).isGreaterThanOrEqualTo(ALIGNED);
        assertThat(share(other, plain)).as(() -> difference(other, plain)).isGreaterThanOrEqualTo(ALIGNED);
        assertThat(Math.abs(other.size() - plain.size())).isLessThanOrEqualTo(plain.size() / 50);
    }

    /** Another program made the file from the Word document of the same text. */
    @Test
    void an_older_word_document_has_the_same_passages() throws IOException {
        try (var file = getClass().getResourceAsStream("/harbours.doc")) {
            the_same_text_has_the_same_passages("doc", SampleText.treaty(1, 12), file.readAllBytes());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void articles_have_the_same_anchors(String format, SampleText text, byte[] file) {
        List<String> anchors = ExtractedDocument.of(file, "").anchors();

        assertThat(anchors).contains("art-1", "art-1.p-1", "art-17.p-1", "art-60");
    }

    private static List<String> passages(byte[] file) {
        ExtractedDocument document = ExtractedDocument.of(file, "");
        assertThat(document.read().problem()).isEmpty();
        return document.read().passages().stream()
                .map(document::textOf)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static double share(List<String> of, List<String> in) {
        var known = new HashSet<>(in);
        return (double) of.stream().filter(known::contains).count() / of.size();
    }

    private static String difference(List<String> of, List<String> without) {
        var missing = new ArrayList<>(of);
        missing.removeAll(without);
        return "Missing passages: " + String.join("\n", missing.subList(0, Math.min(5, missing.size())));
    }
}

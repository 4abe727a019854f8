package org.depositary.documents.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.depositary.documents.archive.DocumentTextStore.StoredText;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.eventsourcing.http.ObjectMapperSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextChunkSplitterTest {

    private final ObjectMapper mapper = ObjectMapperSettings.mapper();

    static List<String> texts() {
        return List.of(
                "One short paragraph.",
                "A paragraph of some length, with 🚢 and \"quotes\".\n\n".repeat(40_000),
                "\"\n".repeat(200_000),
                "沿海联盟成员国元首在港口举行会议。\n\n".repeat(30_000),
                "start" + "\n".repeat(900_000) + "end",
                "-----\n\n" + "🚢".repeat(300_000) + "\n\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void chunks_are_the_whole_text_in_pieces_that_fit(String text) throws Exception {
        var read = read(text);

        var chunks = TextChunkSplitter.of("id", read);

        assertThat(chunks.stream().map(TextChunk::text).collect(Collectors.joining()))
                .isEqualTo(read.text());
        assertThat(chunks.stream().mapToInt(chunk -> chunk.passages().size()).sum())
                .isEqualTo(read.passages().size());
        int at = 0;
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            int length = chunk.text().codePointCount(0, chunk.text().length());
            int from = at;
            assertThat(chunk.chunk()).isEqualTo(i);
            assertThat(chunk.chunks()).isEqualTo(chunks.size());
            assertThat(chunk.start()).isEqualTo(from);
            assertThat(chunk.passages()).allMatch(passage -> passage.start() >= from && passage.end() <= from + length);
            assertThat(mapper.writeValueAsBytes(chunk).length).isLessThanOrEqualTo(TextChunkSplitter.LARGEST);
            at += length;
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_more_chunks_are_made_than_needed(String text) {
        var read = read(text);

        var chunks = TextChunkSplitter.of("id", read);

        long bytes = read.text().getBytes(StandardCharsets.UTF_8).length
                + 200L * read.passages().size();
        assertThat(chunks.size()).isLessThanOrEqualTo((int) (4 * bytes / TextChunkSplitter.LARGEST) + 1);
    }

    /** Each line is a passage, or several if it is too long for one. */
    private static StoredText read(String text) {
        List<Passage> passages = new ArrayList<>();
        var lines = Pattern.compile("(?s:[^\n]{1,15000})").matcher(text);
        int before = 0;
        int counted = 0;
        while (lines.find()) {
            int start = before + text.codePointCount(counted, lines.start());
            before = start + text.codePointCount(lines.start(), lines.end());
            counted = lines.end();
            passages.add(new Passage(
                    "p-" + (passages.size() + 1),
                    PassageKind.PARAGRAPH,
                    start,
                    before,
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        }
        return new StoredText(1, "restricted", text, passages);
    }
}

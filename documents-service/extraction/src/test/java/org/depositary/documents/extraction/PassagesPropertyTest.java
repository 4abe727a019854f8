package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.depositary.documents.extraction.passage.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every document, tried on texts and pages thrown together at random. */
class PassagesPropertyTest {
    private static final List<String> PIECES = List.of(
            "Verdrag van 1996",
            "𝔘𝔫𝔦𝔬𝔫 of the coast",
            "🚢🏴󠁧󠁢󠁷󠁬󠁳󠁿 arrived.",
            "海岸联盟成立。",
            "статья",
            "Article 4",
            "a) one;",
            "• two",
            "- three",
            "12",
            "7 Ibid., p. 3.",
            "[Date] July 5, 2005",
            "Title: x",
            "a\tb\tc",
            "A 1 2 3",
            "long ".repeat(30),
            "e\u0301",
            "\uD83D");
    private static final List<String> BETWEEN = List.of(
            " ", "\n", "\n\n", " \n\n \n\n", "\f", "\r\n", "\n                              \n", "\n-----\n", "\0");
    private static final List<String> TAGS = List.of(
            "<p>",
            "</p>",
            "<li>",
            "<ul>",
            "</ul>",
            "<br><br>",
            "<h2>",
            "</h2>",
            "<table><tr><td>",
            "<td>",
            "</table>",
            "<pre>",
            "</pre>",
            "<div>",
            "</div>",
            "&#x1F6A2;",
            "&nbsp;",
            "<li id=fn3>",
            "<b>",
            "<script>x</script>");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_passage_of_a_text_is_its_slice(int seed) {
        Random random = new Random(seed);
        check(ExtractedDocument.ofText("Start " + together(random, BETWEEN)), "[-\\s]*");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_passage_of_a_page_is_its_slice(int seed) {
        Random random = new Random(seed);
        check(ExtractedDocument.ofHtml("<title>T</title><p>Start " + together(random, TAGS)), "\\s*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "   "})
    void offsets_count_code_points(String before) {
        ExtractedDocument reading = ExtractedDocument.ofText(before + "🚢🚢 sails.\n\nThen “🚢”.");

        assertThat(reading.read().passages().getLast().start())
                .isEqualTo(before.codePointCount(0, before.length()) + 11);
        assertThat(reading.passages()).containsExactly("p-1: 🚢🚢 sails.", "p-2: Then “🚢”.");
    }

    /** In order, apart, trimmed, under different anchors; and nothing printed is left out. */
    private static void check(ExtractedDocument reading, String mayBeLeftOut) {
        int[] codePoints = reading.read().text().codePoints().toArray();
        StringBuilder left = new StringBuilder();
        int at = 0;
        for (Passage passage : reading.read().passages()) {
            assertThat(passage.start()).isGreaterThanOrEqualTo(at);
            assertThat(passage.end()).isGreaterThan(passage.start());
            String slice = new String(codePoints, passage.start(), passage.end() - passage.start());
            assertThat(reading.textOf(passage)).isEqualTo(slice).isEqualTo(slice.strip());
            left.append(new String(codePoints, at, passage.start() - at));
            at = passage.end();
        }
        left.append(new String(codePoints, at, codePoints.length - at));
        assertThat(left.toString()).matches(mayBeLeftOut);
        assertThat(reading.read().characters()).isEqualTo(codePoints.length);
        assertThat(new HashSet<>(reading.anchors())).hasSameSizeAs(reading.anchors());
        assertThat(reading.anchors()).allMatch(anchor -> anchor.matches("[\\p{L}\\p{N}.~-]+"));
    }

    private static String together(Random random, List<String> between) {
        return random.ints(40, 0, PIECES.size())
                .mapToObj(i -> PIECES.get(i) + between.get(random.nextInt(between.size())))
                .collect(Collectors.joining());
    }
}

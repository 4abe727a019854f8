package org.depositary.documents.extraction.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.depositary.documents.extraction.ExtractedDocument;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.TextEdit;
import org.depositary.testing.Waiting;
import org.junit.jupiter.api.Test;

/** Checks rules that every document follows, on texts put together at random. */
class RepairPropertyTest {

    private static final int TEXTS = 60;

    private static final List<String> CLEAN = List.of(
            "the harbour council agrees on common duties",
            "members of the union",
            "ships that carry salt and grain",
            "in the south-east of the coast",
            "🚢🤝 arrive",
            "the first official conflict of influence",
            "a café and its keeper’s coffee",
            "организация стран",
            "the treaty of 1996 (p. 12)",
            "an organisation of office workers");

    private static final List<String> FAULTY = List.of(
            "the infuence of the offce",
            "a frst confict",
            "the ﬁrst 🚢",
            "an organi-\nsation",
            "south-\neast",
            "organi\u00ADsation",
            "the keeperâ€™s cafÃ©",
            "Ð³Ð´Ðµ",
            "РґРѕРіРѕРІРѕСЂ",
            "members1 of it",
            "treaty.2 They",
            "(1996)3 and",
            "the de\uFFFDned 🤝",
            "EU3",
            "staf");

    private static final String NOTES =
            "\n                                             \n1 Report.\n2 Harbour of it.\n3 The" + " treaty.\n";

    private static final Arbitrary<String> SEPARATORS =
            Arbitraries.of(" ", " ", " ", ", ", ". The ", "\n", ".\n\n", "\f");

    private static Stream<String> texts(List<String> pieces) {
        Arbitrary<String> piece = Arbitraries.of(pieces);
        Arbitrary<String> text = Combinators.combine(piece, SEPARATORS)
                .as((words, between) -> words + between)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(parts -> "Start: " + String.join("", parts) + NOTES);
        var generator = text.generator(1_000, true);
        var random = new Random(20261129);
        return Stream.generate(() -> generator.next(random).value()).limit(TEXTS);
    }

    private static void withTexts(List<String> pieces, Consumer<ExtractedDocument> check) {
        JqwikSession.start();
        try {
            texts(pieces).forEach(text -> check.accept(ExtractedDocument.ofText(text)));
        } finally {
            JqwikSession.finish();
        }
    }

    private static List<String> all() {
        return Stream.concat(CLEAN.stream(), FAULTY.stream()).toList();
    }

    @Test
    void a_clean_text_has_no_edits() {
        withTexts(CLEAN, document -> assertThat(document.edits())
                .as(document.read().text())
                .isEmpty());
    }

    @Test
    void edits_are_in_order_and_inside_their_passage() {
        withTexts(all(), document -> document.read().passages().forEach(passage -> {
            int at = passage.start();
            for (TextEdit edit : passage.edits()) {
                assertThat(edit.start()).isGreaterThanOrEqualTo(at);
                assertThat(edit.end()).isGreaterThan(edit.start()).isLessThanOrEqualTo(passage.end());
                at = edit.end();
            }
        }));
    }

    @Test
    void every_repaired_offset_maps_back() {
        withTexts(all(), document -> document.read().passages().forEach(passage -> checkOffsets(document, passage)));
    }

    private static void checkOffsets(ExtractedDocument document, Passage passage) {
        int[] text = document.read().text().codePoints().toArray();
        int[] repaired = RepairedText.of(document.textOf(passage), passage.start(), passage.edits())
                .codePoints()
                .toArray();
        int last = passage.start();
        for (int offset = 0; offset < repaired.length; offset++) {
            int extracted = RepairedText.extractedOffset(passage.start(), passage.edits(), offset);
            assertThat(extracted).isBetween(last, passage.end() - 1);
            boolean replaced = passage.edits().stream().anyMatch(edit -> edit.start() == extracted);
            assertThat(replaced || text[extracted] == repaired[offset])
                    .as("%s at %d", document.textOf(passage), offset)
                    .isTrue();
            last = extracted;
        }
        assertThat(RepairedText.extractedOffset(passage.start(), passage.edits(), repaired.length))
                .isEqualTo(passage.end());
    }

    @Test
    void a_repaired_text_needs_no_repair() {
        withTexts(all(), document -> assertThat(repairedAgain(document))
                .as(document.read().text())
                .allMatch(passage -> passage.edits().isEmpty()));
    }

    /** Repairs the repaired text, with the same passages and languages. */
    private static List<Passage> repairedAgain(ExtractedDocument document) {
        var text = new StringBuilder();
        List<Passage> passages = new ArrayList<>();
        for (Passage passage : document.read().passages()) {
            String repaired = RepairedText.of(document.textOf(passage), passage.start(), passage.edits());
            int start = text.codePointCount(0, text.length());
            text.append(repaired);
            passages.add(new Passage(
                    passage.anchor(),
                    passage.kind(),
                    start,
                    text.codePointCount(0, text.length()),
                    passage.language(),
                    passage.page(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
            text.append("\n\n");
        }
        var structure = new ExtractedStructure(
                text.toString(),
                List.of(),
                document.read().description(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
        return TextRepair.of(structure, passages, ExtractionDeadline.in(Waiting.LIMIT));
    }

    @Test
    void faults_are_found() {
        int[] edits = {0};
        withTexts(all(), document -> edits[0] += document.edits().size());
        assertThat(edits[0]).isGreaterThan(TEXTS);
    }
}

package org.depositary.documents.extraction.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A text with a title, headings, articles, paragraphs and list items, from which files of each format are made. */
public record SampleText(List<Block> blocks) {

    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM
    }

    public record Block(Kind kind, String text) {}

    private static final List<String> WORDS = List.of(("the harbour council members shall agree on common duties for"
                    + " ships that carry salt and grain between coastal towns while keepers of lighthouses report"
                    + " each storm to the secretary of the union who informs all parties without delay because"
                    + " trust grows where records are open and every decision is written down")
            .split(" "));

    /** Returns a treaty of a sea that does not exist. The same seed gives the same text. */
    public static SampleText treaty(long seed, int articles) {
        var random = new Random(seed);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(Kind.HEADING, "Treaty of the Northern Harbours"));
        blocks.add(new Block(Kind.PARAGRAPH, sentences(random, 3)));
        for (int article = 1; article <= articles; article++) {
            blocks.add(new Block(Kind.HEADING, "Article " + article));
            int paragraphs = 1 + random.nextInt(4);
            for (int i = 0; i < paragraphs; i++) {
                blocks.add(new Block(Kind.PARAGRAPH, sentences(random, 1 + random.nextInt(6))));
            }
            if (article % 3 == 0) {
                for (char mark = 'a'; mark < 'd'; mark++) {
                    blocks.add(new Block(Kind.ITEM, mark + ") " + words(random, 5 + random.nextInt(20)) + ";"));
                }
            }
        }
        return new SampleText(List.copyOf(blocks));
    }

    /** Returns this text with the number of a note after each full stop inside a paragraph. */
    public SampleText withMarks() {
        var number = new AtomicInteger();
        return new SampleText(blocks.stream()
                .map(block -> new Block(
                        block.kind(),
                        Pattern.compile("(?<=\\p{L}\\.) ")
                                .matcher(block.text())
                                .replaceAll(stop -> number.incrementAndGet() % 900 + " ")))
                .toList());
    }

    private static String sentences(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String words = words(random, 8 + random.nextInt(18));
            text.append(i == 0 ? "" : " ")
                    .append(Character.toUpperCase(words.charAt(0)))
                    .append(words.substring(1))
                    .append('.');
        }
        return text.toString();
    }

    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    public List<String> texts() {
        return blocks.stream().map(Block::text).toList();
    }
}

package org.depositary.benchmarks.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Creates JSON from a template: {@code '} stands for {@code "}, and {@code $state}, {@code $day}, … for random
 * values.
 */
record JsonTemplateRenderer(Random random) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([a-z]+)");
    private static final int FIRST_YEAR = 1990;
    private static final int YEARS = 30;
    private static final int LARGEST_NUMBER = 1_000_000;

    /**
     * The random kinds of membership changes, most of them accessions. The service rejects a change that does not fit
     * the timeline of the party, so rejections are expected.
     */
    private static final List<String> CHANGES = List.of(
            "accession",
            "accession",
            "accession",
            "accession",
            "accession",
            "accession",
            "observer-status",
            "application",
            "suspension",
            "withdrawal");

    String fill(String text) {
        return PLACEHOLDER.matcher(text.replace('\'', '"')).replaceAll(placeholder -> value(placeholder.group(1)));
    }

    private String value(String name) {
        return switch (name) {
            case "state" -> any(WorldDataSetGenerator.STATES);
            case "change" -> any(CHANGES);
            case "day" -> LocalDate.ofYearDay(year(), 1 + random.nextInt(365)).toString();
            case "year" -> Integer.toString(year());
            case "number" -> Integer.toString(1 + random.nextInt(LARGEST_NUMBER));
            default -> throw new IllegalArgumentException("Unknown placeholder $" + name);
        };
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(YEARS);
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}

package org.depositary.exercises.imports.staging;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number of persons as a file gives it: {@code 4,500}, {@code ~2300}, {@code about 150}, {@code 1000-1500} or
 * {@code 2000+}.
 *
 * @param max empty if the text gives one number
 * @param approximate whether the text says so
 */
record FileStrength(long min, Optional<Long> max, boolean approximate) {

    private static final String MIN = "strength_min";
    private static final String MAX = "strength_max";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,10}");
    /** Groups of three digits, with a comma, an apostrophe or any space between them. */
    private static final Pattern GROUPED_NUMBER = Pattern.compile("[0-9]{1,3}([, '’\\u00a0\\u2009\\u202f][0-9]{3})+");

    private static final Pattern APPROXIMATE =
            Pattern.compile("(?:~|≈|±|(?:c|ca|circa|about|around|some|approx|approximately|roughly)\\b\\.?)\\s*(.+)");
    private static final Pattern RANGE = Pattern.compile("([0-9].*?)\\s*(?:-|–|—|\\bto\\b)\\s*([0-9].*)");
    private static final Pattern AT_LEAST = Pattern.compile("(?:>=?|≥|over|at least|more than)\\s*(.+)|(.+)\\+");

    /** The strength in both columns of a row. */
    record Bounds(Optional<Long> min, Optional<Long> max, boolean approximate) {}

    /** @throws RowRejection if a text is not a number of persons, or if both columns contradict each other */
    static Bounds bounds(Optional<String> min, Optional<String> max) {
        var least = min.map(text -> parse(MIN, text));
        var most = max.map(text -> parse(MAX, text));
        if (max.filter(text -> AT_LEAST.matcher(normalized(text)).matches()).isPresent()) {
            throw new RowRejection(MAX, "'%s' is a minimum. Write it into strength_min".formatted(max.get()));
        }
        boolean isApproximate = least.filter(FileStrength::approximate).isPresent()
                || most.filter(FileStrength::approximate).isPresent();
        var range = least.filter(FileStrength::isRange).or(() -> most.filter(FileStrength::isRange));
        if (range.isEmpty()) {
            return new Bounds(least.map(FileStrength::min), most.map(FileStrength::min), isApproximate);
        }
        if (least.isPresent() && most.isPresent() && !least.equals(most)) {
            throw new RowRejection(MIN, "'%s' is a range, but strength_max has '%s'".formatted(min.get(), max.get()));
        }
        return new Bounds(Optional.of(range.get().min()), range.get().max(), isApproximate);
    }

    private boolean isRange() {
        return max.isPresent();
    }

    private static FileStrength parse(String column, String text) {
        var approximate = APPROXIMATE.matcher(normalized(text));
        var figure = approximate.matches() ? approximate.group(1) : normalized(text);
        var range = RANGE.matcher(figure);
        if (range.matches()) {
            return new FileStrength(
                    persons(column, text, range.group(1)),
                    Optional.of(persons(column, text, range.group(2))),
                    approximate.matches());
        }
        var least = AT_LEAST.matcher(figure);
        var number = least.matches() ? Optional.ofNullable(least.group(1)).orElse(least.group(2)) : figure;
        return new FileStrength(persons(column, text, number), Optional.empty(), approximate.matches());
    }

    private static String normalized(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static long persons(String column, String text, String number) {
        var digits = GROUPED_NUMBER.matcher(number).matches() ? number.replaceAll("[^0-9]", "") : number;
        if (!WHOLE_NUMBER.matcher(digits).matches()) {
            throw new RowRejection(column, error(text));
        }
        return Long.parseLong(digits);
    }

    private static String error(String text) {
        var sentence = "'%s' is not a number of persons, such as 4500, ~2300 or 1000-1500".formatted(text);
        boolean mayBeMissing = text.startsWith("-") || text.chars().noneMatch(Character::isDigit);
        return mayBeMissing ? sentence + ". If it means \"missing\", declare it: missing=" + text : sentence;
    }
}

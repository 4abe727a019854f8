package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.depositary.imports.file.WholeNumberText;

/**
 * The parameters of a request that say how to read the values of a file.
 *
 * @param dateFormat the format of dates that are not EDTF
 * @param missing the texts that mean "missing"
 * @param aliases the parties for a name, by that name in lower case
 * @param dropUnknownParties whether a participant that is not a party is left out; if false, its row is rejected
 */
public record ExerciseFileOptions(
        Optional<FileDateFormat> dateFormat,
        Set<String> missing,
        Map<String, List<String>> aliases,
        boolean dropUnknownParties) {

    public static final String DATE_FORMAT = "date-format";
    public static final String PIVOT = "pivot";
    public static final String MISSING = "missing";
    public static final String ALIASES = "aliases";
    public static final String UNKNOWN_PARTIES = "unknown-parties";

    private static final int MAX_LENGTH = 10_000;

    /** Thrown for a parameter that cannot be parsed. */
    public static final class InvalidOption extends IllegalArgumentException {

        InvalidOption(String name, String reason) {
            super(name + ": " + reason);
        }
    }

    /**
     * Parses the parameters.
     *
     * @throws InvalidOption if one is not valid
     */
    public static ExerciseFileOptions parse(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if (value.length() > MAX_LENGTH) {
                throw new InvalidOption(name, "is longer than %,d characters".formatted(MAX_LENGTH));
            }
        });
        var pivot = parsed(parameters, PIVOT, ExerciseFileOptions::pivot);
        return new ExerciseFileOptions(
                parsed(parameters, DATE_FORMAT, pattern -> FileDateFormat.of(pattern, pivot)),
                Set.copyOf(parsed(parameters, MISSING, text -> split(text, ",")).orElse(List.of())),
                parsed(parameters, ALIASES, ExerciseFileOptions::aliases).orElse(Map.of()),
                parsed(parameters, UNKNOWN_PARTIES, ExerciseFileOptions::isDrop).orElse(false));
    }

    private static <T> Optional<T> parsed(Map<String, String> parameters, String name, Function<String, T> parser) {
        try {
            return Optional.ofNullable(parameters.get(name)).map(parser);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidOption(name, invalid.getMessage());
        }
    }

    private static int pivot(String text) {
        if (!text.matches("[12][0-9]{3}")) {
            throw new IllegalArgumentException("'%s' is not a year, such as 2029".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static boolean isDrop(String text) {
        return switch (text) {
            case "drop" -> true;
            case "reject" -> false;
            default -> throw new IllegalArgumentException("must be reject or drop");
        };
    }

    private static Map<String, List<String>> aliases(String text) {
        var aliases = new LinkedHashMap<String, List<String>>();
        for (var alias : split(text, ",")) {
            int sign = alias.indexOf('=');
            var parties = sign < 1 ? List.<String>of() : split(alias.substring(sign + 1), ";");
            if (parties.isEmpty()) {
                throw new IllegalArgumentException(
                        "'%s' is not an alias, such as NATO=nato or Baltic States=EE;LV;LT".formatted(alias));
            }
            aliases.put(aliasKey(alias.substring(0, sign)), parties);
        }
        return aliases;
    }

    private static String aliasKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toList());
    }

    /** Returns the parties that the text means: those of its alias, or the text itself. */
    List<String> withoutAlias(String text) {
        return aliases.getOrDefault(aliasKey(text), List.of(text));
    }

    boolean isAlias(String text) {
        return aliases.containsKey(aliasKey(text));
    }

    boolean isMissing(String text) {
        return text.isEmpty() || missing.contains(text) || missing.contains(withoutDecimals(text));
    }

    /** Removes the decimals of a whole number, also of a negative one: {@code -9.0} is {@code -9}. */
    private static String withoutDecimals(String text) {
        return text.startsWith("-") ? "-" + WholeNumberText.of(text.substring(1)) : WholeNumberText.of(text);
    }

    /** Returns the value of the column. Empty if the row has none, or one that means "missing". */
    Optional<String> text(ObjectNode fields, String column) {
        return Optional.ofNullable(fields.get(column)).flatMap(this::text);
    }

    Optional<String> text(JsonNode value) {
        return stripped(value).filter(text -> !isMissing(text));
    }

    /**
     * Returns the coordinate in the column. Here only the exact texts mean "missing": where {@code -9} does, {@code -9.0}
     * is a coordinate.
     */
    Optional<String> coordinate(ObjectNode fields, String column) {
        return Optional.ofNullable(fields.get(column))
                .flatMap(ExerciseFileOptions::stripped)
                .filter(text -> !text.isEmpty() && !missing.contains(text));
    }

    private static Optional<String> stripped(JsonNode value) {
        return Optional.of(value)
                .filter(node -> node.isValueNode() && !node.isNull())
                .map(node -> node.asText().strip());
    }
}

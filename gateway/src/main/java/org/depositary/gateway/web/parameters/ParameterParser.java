package org.depositary.gateway.web.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.exercises.BoundingBox;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.timeline.Candidacy;
import org.depositary.vocabulary.timeline.MembershipStatus;

/** Parses and validates the values of query parameters. */
public final class ParameterParser {

    private static final List<String> STATUSES = Stream.concat(
                    Arrays.stream(MembershipStatus.values()).map(MembershipStatus::json),
                    Arrays.stream(Candidacy.values()).map(Candidacy::json))
            .toList();

    private ParameterParser() {}

    /** Splits a value at commas. An absent parameter gives an empty list. */
    public static List<String> several(Optional<String> parameter) {
        return parameter.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public static List<String> several(String name, Optional<String> parameter, List<String> known) {
        var values = several(parameter);
        for (var value : values) {
            if (!known.contains(value)) {
                throw InvalidParameterProblem.of(
                        name, "'%s' is unknown. Use one of: %s".formatted(value, String.join(", ", known)));
            }
        }
        return values;
    }

    /** Parses a comma-separated list of statuses and kinds of candidacy. Throws a problem for an unknown one. */
    public static List<String> statuses(Optional<String> parameter) {
        return several("status", parameter, STATUSES);
    }

    public static boolean flag(String name, Optional<String> parameter) {
        return parameter
                .map(value -> switch (value) {
                    case "true", "" -> true;
                    case "false" -> false;
                    default ->
                        throw InvalidParameterProblem.of(name, "'%s' is neither true nor false".formatted(value));
                })
                .orElse(false);
    }

    public static Optional<PartialDate> date(String name, Optional<String> parameter) {
        try {
            return parameter.map(PartialDate::parse);
        } catch (IllegalArgumentException e) {
            throw InvalidParameterProblem.of(name, e.getMessage());
        }
    }

    public static Optional<Long> number(String name, Optional<String> parameter) {
        try {
            return parameter.map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw InvalidParameterProblem.of(name, "'%s' is not a whole number".formatted(parameter.orElseThrow()));
        }
    }

    /** A number of things, so it is not negative. */
    public static Optional<Long> count(String name, Optional<String> parameter) {
        return number(name, parameter).map(number -> {
            if (number < 0) {
                throw InvalidParameterProblem.of(name, "'%d' is less than 0".formatted(number));
            }
            return number;
        });
    }

    public static Optional<BoundingBox> box(String name, Optional<String> parameter) {
        try {
            return parameter.map(BoundingBox::parse);
        } catch (IllegalArgumentException e) {
            throw InvalidParameterProblem.of(name, e.getMessage());
        }
    }
}

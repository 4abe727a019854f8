package org.depositary.gateway.projection.findings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.FactState;

/**
 * Finds figures and converts them to plain units with rounding bounds: "2512 billion USD" is between 2511.5 and 2512.5
 * billion. A read checks within these bounds that a figure per head equals the total divided by the population.
 */
final class PerHeadFigureClueFinder {

    private static final Pattern PER_HEAD = Pattern.compile("(.+) per (?:head|capita)");
    private static final Pattern UNIT = Pattern.compile(
            "(?:(thousand|million|billion|trillion)\\b)?\\s*(.*?)(?: per (?:head|capita|person))?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Map<String, BigDecimal> MULTIPLIERS = Map.of(
            "thousand", new BigDecimal("1e3"),
            "million", new BigDecimal("1e6"),
            "billion", new BigDecimal("1e9"),
            "trillion", new BigDecimal("1e12"));

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private PerHeadFigureClueFinder() {}

    /** Returns clues for positive numbers only, because other numbers give no useful quotient. */
    static Stream<FindingClue> clues(FactState fact) {
        var value = fact.statement().path("value");
        return fact.kind().equals("figure")
                        && value.isNumber()
                        && value.decimalValue().signum() > 0
                ? Stream.of(clue(fact, value.decimalValue()))
                : Stream.empty();
    }

    private static FindingClue clue(FactState fact, BigDecimal value) {
        var measure = text(fact, "measure").toLowerCase(Locale.ROOT);
        var perHead = PER_HEAD.matcher(measure);
        var unit = UNIT.matcher(text(fact, "unit"));
        var multiplier = unit.matches() && unit.group(1) != null
                ? MULTIPLIERS.get(unit.group(1).toLowerCase(Locale.ROOT))
                : BigDecimal.ONE;
        var rounding = value.stripTrailingZeros().ulp().multiply(HALF);
        return FindingClue.of(
                "quotient",
                Stream.of("party", "organization", "organ", "date")
                        .map(field -> text(fact, field))
                        .collect(Collectors.joining("/")),
                FindingClue.json()
                        .put("measure", measure)
                        .put("whole", perHead.matches() ? perHead.group(1) : "")
                        .put("unit", unit.group(2))
                        .put("value", plain(value, multiplier))
                        .put("least", plain(value.subtract(rounding), multiplier))
                        .put("most", plain(value.add(rounding), multiplier)));
    }

    private static String text(FactState fact, String field) {
        return fact.text(field).orElse("").strip();
    }

    private static String plain(BigDecimal value, BigDecimal multiplier) {
        return value.multiply(multiplier).toPlainString();
    }
}

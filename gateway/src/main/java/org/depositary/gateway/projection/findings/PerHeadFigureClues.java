package org.depositary.gateway.projection.findings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.FactState;

/**
 * A figure as a number of plain units with the bounds that its digits leave: 2512 billion USD is anything from 2511.5 to
 * 2512.5 billion. A figure per head is to equal that of the whole, divided by the population, within those bounds.
 */
final class PerHeadFigureClues {

    private static final Pattern PER_HEAD = Pattern.compile("(.+) per (?:head|capita)");
    private static final Pattern UNIT = Pattern.compile(
            "(?:(thousand|million|billion|trillion)\\b)?\\s*(.*?)(?: per (?:head|capita|person))?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Map<String, BigDecimal> MANY = Map.of(
            "thousand", new BigDecimal("1e3"),
            "million", new BigDecimal("1e6"),
            "billion", new BigDecimal("1e9"),
            "trillion", new BigDecimal("1e12"));

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private PerHeadFigureClues() {}

    /** Of what is nothing or less there is no quotient. */
    static Stream<Clue> clues(FactState fact) {
        var value = fact.statement().path("value");
        return fact.kind().equals("figure")
                        && value.isNumber()
                        && value.decimalValue().signum() > 0
                ? Stream.of(clue(fact, value.decimalValue()))
                : Stream.empty();
    }

    private static Clue clue(FactState fact, BigDecimal value) {
        var measure = text(fact, "measure").toLowerCase(Locale.ROOT);
        var perHead = PER_HEAD.matcher(measure);
        var unit = UNIT.matcher(text(fact, "unit"));
        var many = unit.matches() && unit.group(1) != null
                ? MANY.get(unit.group(1).toLowerCase(Locale.ROOT))
                : BigDecimal.ONE;
        var rounding = value.stripTrailingZeros().ulp().multiply(HALF);
        return Clue.of(
                "quotient",
                Stream.of("party", "organization", "organ", "date")
                        .map(field -> text(fact, field))
                        .collect(Collectors.joining("/")),
                Clue.json()
                        .put("measure", measure)
                        .put("whole", perHead.matches() ? perHead.group(1) : "")
                        .put("unit", unit.group(2))
                        .put("value", plain(value, many))
                        .put("least", plain(value.subtract(rounding), many))
                        .put("most", plain(value.add(rounding), many)));
    }

    private static String text(FactState fact, String field) {
        return fact.text(field).orElse("").strip();
    }

    private static String plain(BigDecimal value, BigDecimal many) {
        return value.multiply(many).toPlainString();
    }
}

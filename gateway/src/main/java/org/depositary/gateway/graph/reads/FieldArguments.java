package org.depositary.gateway.graph.reads;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.depositary.gateway.web.parameters.ParameterLimits;

/**
 * The arguments of a field, as the parameters of the REST request for the same list. Several values of an argument are
 * separated by commas there.
 */
public record FieldArguments(Map<String, Object> values, ReadingPoint point) {

    public static final String FIRST = "first";
    public static final String AFTER = "after";
    public static final String ON = "on";
    public static final String KNOWN_AT = "knownAt";
    public static final String LANG = "lang";
    public static final int USUAL_SIZE = 50;
    public static final int MAX_SIZE = 1000;

    /** The value of an argument. A list becomes a text with commas. */
    public Optional<String> text(String name) {
        var text = Optional.ofNullable(values.get(name)).map(FieldArguments::text);
        text.ifPresent(value -> ParameterLimits.check(name, value));
        return text;
    }

    public List<String> several(String name) {
        return text(name).map(List::of).orElse(List.of());
    }

    private static String text(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }

    /** The parameters of a list of one day: that of the argument {@code on}, or of the parent. */
    public ListParameters list() {
        return list(point.parameters());
    }

    /** The parameters of a list of all days, unless the field itself has the argument {@code on}. */
    public ListParameters listOfAllDays() {
        var given = point.parameters();
        return list(new CommonReadParameters(
                given.knownAt(),
                text(ON),
                given.lang(),
                given.acceptLanguage(),
                given.ifNoneMatch(),
                given.after(),
                given.prefer()));
    }

    private static ListParameters list(CommonReadParameters parameters) {
        return new ListParameters(parameters, new PagingParameters(Optional.empty(), Optional.empty()));
    }

    /** The number of items of a page. */
    int first() {
        var first = values.get(FIRST) instanceof Number number ? number.longValue() : USUAL_SIZE;
        if (first < 1 || first > MAX_SIZE) {
            throw InvalidParameterProblem.of(FIRST, "'%d' is not a number from 1 to %d".formatted(first, MAX_SIZE));
        }
        return (int) first;
    }

    Optional<String> after() {
        return text(AFTER);
    }

    /** A text that is equal for all pages of a list. */
    String identity() {
        var filters = new TreeMap<>(values);
        filters.remove(FIRST);
        filters.remove(AFTER);
        return filters.toString();
    }
}

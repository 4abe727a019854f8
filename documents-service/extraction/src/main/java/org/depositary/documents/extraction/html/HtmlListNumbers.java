package org.depositary.documents.extraction.html;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.numbering.ListNumber;
import org.jsoup.nodes.Element;

/** Counts the items of ordered lists as a browser does (HTML, 4.4.5). */
final class HtmlListNumbers {

    private static final Pattern STYLE = Pattern.compile("(?i)list-style(?:-type)?\\s*:\\s*([a-z -]+)");
    private static final Pattern INTEGER = Pattern.compile("\\s*(-?\\d{1,6})\\s*");

    private final Map<Element, Integer> next = new IdentityHashMap<>();

    /** Returns the number of a list item, without a stop. Empty if the browser prints none. Call it once per item, in order. */
    Optional<String> next(Element item) {
        Element list = item.parent();
        if (!item.nameIs("li") || list == null || !list.nameIs("ol")) {
            return Optional.empty();
        }
        int number = integer(item, "value").orElseGet(() -> next.containsKey(list) ? next.get(list) : first(list));
        next.put(list, list.hasAttr("reversed") ? number - 1 : number + 1);
        String format = format(item).or(() -> format(list)).orElse("1");
        return Optional.of(format).filter(it -> !it.equals("none")).map(it -> ListNumber.format(it.charAt(0), number));
    }

    private static int first(Element list) {
        return integer(list, "start").orElseGet(() -> list.hasAttr("reversed") ? list.childrenSize() : 1);
    }

    private static Optional<Integer> integer(Element element, String attribute) {
        Matcher matcher = INTEGER.matcher(element.attr(attribute));
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Returns the format of the numbers, as in the attribute {@code type}, or {@code none}. */
    private static Optional<String> format(Element element) {
        Matcher style = STYLE.matcher(element.attr("style"));
        if (style.find()) {
            return Optional.of(ofStyle(style.group(1).toLowerCase(Locale.ROOT)));
        }
        return Optional.of(element.attr("type")).filter(type -> type.matches("[1aAiI]"));
    }

    private static String ofStyle(String style) {
        return switch (style.strip()) {
            case "lower-alpha", "lower-latin" -> "a";
            case "upper-alpha", "upper-latin" -> "A";
            case "lower-roman" -> "i";
            case "upper-roman" -> "I";
            case "none", "disc", "circle", "square" -> "none";
            default -> "1";
        };
    }
}

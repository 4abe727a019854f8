package org.depositary.gateway.cite;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Escapes texts for BibTeX. Braces become commands, because BibTeX counts even escaped braces. Characters outside ASCII stay:
 * files are UTF-8.
 */
final class BibtexText {

    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("\\", "\\textbackslash{}"),
            Map.entry("{", "\\textbraceleft{}"),
            Map.entry("}", "\\textbraceright{}"),
            Map.entry("~", "\\textasciitilde{}"),
            Map.entry("^", "\\textasciicircum{}"),
            // In the oldest fonts of TeX, these two are punctuation of Spanish.
            Map.entry("<", "\\textless{}"),
            Map.entry(">", "\\textgreater{}"),
            Map.entry("|", "\\textbar{}"),
            Map.entry("$", "\\$"),
            Map.entry("&", "\\&"),
            Map.entry("#", "\\#"),
            Map.entry("_", "\\_"),
            Map.entry("%", "\\%"));

    private BibtexText() {}

    static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .strip()
                .codePoints()
                .mapToObj(Character::toString)
                .map(character -> SPECIAL.getOrDefault(character, character))
                .collect(Collectors.joining())
                // TeX makes a dash of two hyphens.
                .replaceAll("-(?=-)", "-{}");
    }
}

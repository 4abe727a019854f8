package org.depositary.gateway.cite;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Escapes texts for BibTeX. Braces become commands, because BibTeX counts even escaped braces. Characters outside ASCII stay:
 * files are UTF-8.
 */
final class BibtexText {

    private static final Map<String, String> SPECIAL = Map.of(
            "\\", "\\textbackslash{}",
            "{", "\\textbraceleft{}",
            "}", "\\textbraceright{}",
            "~", "\\textasciitilde{}",
            "^", "\\textasciicircum{}",
            "$", "\\$",
            "&", "\\&",
            "#", "\\#",
            "_", "\\_",
            "%", "\\%");

    private BibtexText() {}

    static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .strip()
                .codePoints()
                .mapToObj(Character::toString)
                .map(character -> SPECIAL.getOrDefault(character, character))
                .collect(Collectors.joining());
    }
}

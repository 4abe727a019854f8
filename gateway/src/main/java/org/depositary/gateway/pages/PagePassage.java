package org.depositary.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import org.depositary.gateway.read.JsonFieldReader;

/**
 * The text of a passage. The part of a requested quote that is in it is marked.
 *
 * @param language BCP 47; an empty text if it is not known
 * @param marked an empty text if no quote was requested
 */
record PagePassage(String anchor, String language, String before, String marked, String after) {

    static PagePassage of(JsonNode passage) {
        var text = passage.path("text").asText();
        var place = JsonFieldReader.elements(passage.path("quote").path("selectors"))
                .filter(selector -> selector.has("start"))
                .findFirst();
        int from = place.map(at -> offset(passage, at, "start")).orElse(text.length());
        int until = place.map(at -> offset(passage, at, "end")).orElse(text.length());
        return new PagePassage(
                passage.path("anchor").asText(),
                passage.path("language").asText(),
                text.substring(0, from),
                text.substring(from, until),
                text.substring(until));
    }

    /** Converts an offset in the document, in code points, to one in the passage, in UTF-16 units. */
    private static int offset(JsonNode passage, JsonNode selector, String end) {
        var text = passage.path("text").asText();
        int codePoints = selector.path(end).asInt() - passage.path("start").asInt();
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }
}

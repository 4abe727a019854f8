package org.depositary.gateway.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.tags.ContentHash;

/**
 * A page token: the end of a page, and the point in time that the first page was read at. So all pages show the same
 * state, even if data change between two pages.
 *
 * @param key sort key of the last item
 */
public record PageToken(AsOfPoint asOf, List<String> key) {

    private static final String SEPARATOR = "\n";
    private static final int FIXED = 4;

    /**
     * Encodes the token.
     *
     * @param list identity of the list, so that the token is rejected for another list
     */
    public String text(String list) {
        var payload = String.join(
                SEPARATOR,
                asOf.position().orElseThrow().toString(),
                asOf.recorded().map(Instant::toString).orElse(""),
                asOf.day().toString(),
                String.join(SEPARATOR, key));
        var checked = ContentHash.of(list + SEPARATOR + payload) + SEPARATOR + payload;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(checked.getBytes(StandardCharsets.UTF_8));
    }

    public static PageToken parse(String text, String list, LanguagePreference languages) {
        var parts = List.of(decoded(text).split(SEPARATOR, -1));
        if (parts.size() <= FIXED || !isOf(list, parts)) {
            throw notOfThisList();
        }
        var position = Cursor.parse(parts.get(1)).orElseThrow(PageToken::notOfThisList);
        var recorded = Optional.of(parts.get(2)).filter(instant -> !instant.isEmpty());
        var asOf = new AsOfPoint(
                Optional.of(position), recorded.map(Instant::parse), LocalDate.parse(parts.get(3)), languages);
        return new PageToken(asOf, parts.subList(FIXED, parts.size()));
    }

    /**
     * Whether the token belongs to this list. The hash is not secret; it only detects tokens of other lists and
     * invented ones, before their parts reach a query.
     */
    private static boolean isOf(String list, List<String> parts) {
        var payload = String.join(SEPARATOR, parts.subList(1, parts.size()));
        return parts.getFirst().equals(ContentHash.of(list + SEPARATOR + payload));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw notOfThisList();
        }
    }

    private static RuntimeException notOfThisList() {
        return InvalidParameterProblem.of(
                "after",
                "not a page token of this list. Use next of the previous page and keep the other parameters unchanged");
    }
}

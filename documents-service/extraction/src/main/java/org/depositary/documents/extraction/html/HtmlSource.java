package org.depositary.documents.extraction.html;

import java.util.Optional;
import org.depositary.documents.extraction.text.DecodedText;

/**
 * The source of a page, within the limits.
 *
 * @param cut the reason why it ends early; empty if it is complete
 * @param problem also says whether bytes could not be decoded
 */
record HtmlSource(String text, Optional<String> cut, Optional<String> problem) {

    /** @param tags the maximum number of tags; the page ends before the next one */
    static HtmlSource of(DecodedText decoded, int tags) {
        String text = decoded.text();
        int end = startOfTag(text, tags);
        if (end >= 0) {
            String reason = "The page has more than %d tags.".formatted(tags);
            String both = decoded.problem().map(before -> before + " " + reason).orElse(reason);
            return new HtmlSource(text.substring(0, end), Optional.of(reason), Optional.of(both));
        }
        return new HtmlSource(
                decoded.cut().isPresent() ? withoutHalfTag(text) : text, decoded.cut(), decoded.problem());
    }

    /** Returns where a tag starts, counted from 0. Negative if there are fewer. */
    private static int startOfTag(String text, int number) {
        int at = text.indexOf('<');
        for (int tag = 0; tag < number && at >= 0; tag++) {
            at = text.indexOf('<', at + 1);
        }
        return at;
    }

    private static String withoutHalfTag(String text) {
        int last = text.lastIndexOf('<');
        return last > text.lastIndexOf('>') ? text.substring(0, last) : text;
    }
}

package org.depositary.gateway.feeds.keys;

import org.depositary.eventsourcing.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a request for a key.
 *
 * @param title what it is for, for its owner
 */
public record NewFeedKey(
        @Schema(required = true, maxLength = NewFeedKey.LONGEST_TITLE)
        String title) {

    static final int LONGEST_TITLE = 200;

    /** @throws Problem if the title is missing or too long */
    String checkedTitle() {
        if (title == null || title.isBlank()) {
            throw Problem.invalid("title", "is required");
        }
        if (title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
            throw Problem.invalid("title", "must have at most %d characters".formatted(LONGEST_TITLE));
        }
        return title.strip();
    }
}

package org.depositary.gateway.exports.kept;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a request that makes an export and keeps it.
 *
 * @param of the kind of the rows, for example {@code memberships}
 * @param format {@code csv}, {@code ndjson}, {@code json} or {@code parquet}
 * @param knownAt an instant or a cursor; default: now
 * @param title what it is, for people
 */
public record NewKeptExport(
        @Schema(required = true) String of,
        @Schema(required = true) String format,
        @JsonProperty("known-at") Optional<String> knownAt,
        @Schema(required = true, maxLength = 300) String title) {

    private static final int LONGEST_TITLE = 300;

    /** @throws Problem if the title is missing or too long */
    String checkedTitle() {
        if (title == null || title.isBlank()) {
            throw Problem.invalid("title", "is required");
        }
        if (title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
            throw Problem.invalid(
                    "title", "must have at most %d characters, none of them U+0000".formatted(LONGEST_TITLE));
        }
        return title.strip();
    }
}

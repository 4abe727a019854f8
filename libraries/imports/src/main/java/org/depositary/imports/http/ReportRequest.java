package org.depositary.imports.http;

import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.imports.job.ReportPosition;

/**
 * The query parameters of a page of a report.
 *
 * @param outcome the kind of outcomes to return; empty for all kinds
 */
public record ReportRequest(Optional<OutcomeKind> outcome, int limit, ReportPosition after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;

    /** @throws Problem 400 if a parameter is invalid */
    public static ReportRequest parse(Optional<String> outcome, Optional<String> limit, Optional<String> after) {
        return new ReportRequest(
                outcome.map(ReportRequest::kind),
                limit.map(ReportRequest::limit).orElse(DEFAULT_LIMIT),
                after.map(ReportRequest::position).orElse(ReportPosition.START));
    }

    /** Returns the header {@code Link} to the next page. */
    public String linkTo(UUID id, String next) {
        return "</api/imports/%s/report?limit=%d&after=%s%s>; rel=\"next\""
                .formatted(
                        id,
                        limit,
                        next,
                        outcome.map(OutcomeKind::json).map("&outcome="::concat).orElse(""));
    }

    private static OutcomeKind kind(String text) {
        return OutcomeKind.of(text).orElseThrow(() -> ImportRequest.badQuery("Unknown outcome " + text));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException invalid) {
            // An invalid value is reported below.
        }
        throw ImportRequest.badQuery("limit must be a number from 1 to " + MAX_LIMIT);
    }

    private static ReportPosition position(String token) {
        try {
            return ReportPosition.parse(token);
        } catch (IllegalArgumentException invalid) {
            throw ImportRequest.badQuery("after must be the next of the previous page");
        }
    }
}

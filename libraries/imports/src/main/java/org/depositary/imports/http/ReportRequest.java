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

    /** @throws Problem 400 if a parameter is invalid */
    public static ReportRequest parse(Optional<String> outcome, Optional<String> limit, Optional<String> after) {
        return new ReportRequest(
                outcome.map(ReportRequest::kind),
                PageLimit.parse(limit),
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

    private static ReportPosition position(String token) {
        try {
            return ReportPosition.parse(token);
        } catch (IllegalArgumentException invalid) {
            throw ImportRequest.badQuery("after must be the next of the previous page");
        }
    }
}

package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.PartialDate;

/**
 * The time between two changes, in which a party had one status (never {@link Status#NONE}: no span, no status).
 *
 * @param opened id of the change that began it
 * @param since the effective date of that change, the first day of the span
 * @param closed id of the change that ended it; empty while it lasts
 * @param until the effective date of that change, no longer part of the span
 */
public record Span(
        Status status, String opened, PartialDate since, Optional<String> closed, Optional<PartialDate> until) {

    static Span opened(Status status, DatedChange by) {
        return new Span(status, by.id(), by.effective(), Optional.empty(), Optional.empty());
    }

    Span closedBy(DatedChange change) {
        return new Span(status, opened, since, Optional.of(change.id()), Optional.of(change.effective()));
    }
}

package org.depositary.vocabulary.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.PartialDate;

/**
 * What a party was in an organisation, span by span. Changes apply in the order of their effective dates
 * ({@link PartialDate#IN_TIME}), those that cannot be told apart in the order they were recorded in.
 *
 * @param spans of the status, in time
 * @param candidacies beside it, in time
 */
public record Timeline(List<Span> spans, List<CandidacySpan> candidacies) {

    private static final Comparator<DatedChange> IN_TIME =
            Comparator.comparing(DatedChange::effective, PartialDate.IN_TIME);

    /** The timeline that these changes make. It never fails: a change that cannot follow from those before has no effect. */
    public static Timeline of(List<DatedChange> inRecordingOrder) {
        return walk(inRecordingOrder).timeline();
    }

    /** The first change, in time, that cannot follow from those before it; empty if the timeline is coherent. */
    public static Optional<Conflict> conflict(List<DatedChange> inRecordingOrder) {
        return walk(inRecordingOrder).conflict();
    }

    private static Walk walk(List<DatedChange> inRecordingOrder) {
        var walk = new Walk();
        inRecordingOrder.stream().sorted(IN_TIME).forEach(walk::step);
        return walk;
    }
}

package org.depositary.vocabulary.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The statuses and candidacies of a party in an organisation. Changes apply in the order of their effective dates
 * ({@link PartialDate#IN_TIME}). Changes with equal dates apply in the order in which they were recorded.
 *
 * @param spans of the status, in the order of time
 * @param candidacies independent of the status, in the order of time
 */
public record MembershipTimeline(List<StatusSpan> spans, List<CandidacySpan> candidacies) {

    private static final Comparator<DatedMembershipChange> IN_TIME =
            Comparator.comparing(DatedMembershipChange::effective, PartialDate.IN_TIME);

    /**
     * Computes the timeline. Never fails: a change that cannot follow the earlier changes is ignored. {@link
     * MembershipStateMachine} defines which changes can follow each other.
     */
    public static MembershipTimeline of(List<DatedMembershipChange> inRecordingOrder) {
        return build(inRecordingOrder).timeline();
    }

    /**
     * Returns the first change, in the order of effective dates, that cannot follow the earlier changes. Empty if all
     * changes are possible.
     */
    public static Optional<TimelineConflict> conflict(List<DatedMembershipChange> inRecordingOrder) {
        return build(inRecordingOrder).conflict();
    }

    private static TimelineBuilder build(List<DatedMembershipChange> inRecordingOrder) {
        var builder = new TimelineBuilder();
        inRecordingOrder.stream().sorted(IN_TIME).forEach(builder::add);
        return builder;
    }
}

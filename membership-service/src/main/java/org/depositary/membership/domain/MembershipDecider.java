package org.depositary.membership.domain;

import java.util.List;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.vocabulary.timeline.Conflict;
import org.depositary.vocabulary.timeline.DatedChange;
import org.depositary.vocabulary.timeline.Timeline;

/**
 * Decides the membership changes of one party in one organisation. Their timeline must stay free of conflicts: nobody
 * leaves an organisation that they are not in.
 */
public final class MembershipDecider {

    public static final Decider<
                    FactCommand<MembershipChange>, FactStream<MembershipChange>, FactEvent<MembershipChange>>
            DECIDER = FactDecider.withInvariant(MembershipDecider::rejectConflicts);

    private MembershipDecider() {}

    private static void rejectConflicts(FactStream<MembershipChange> stream) {
        Timeline.conflict(changes(stream)).ifPresent(conflict -> {
            throw Problem.of(ProblemType.TIMELINE_CONFLICT, message(conflict, stream));
        });
    }

    private static List<DatedChange> changes(FactStream<MembershipChange> stream) {
        return stream.standing().stream()
                .map(fact -> new DatedChange(
                        fact.id(), fact.statement().change(), fact.statement().effective()))
                .toList();
    }

    private static String message(Conflict conflict, FactStream<MembershipChange> stream) {
        return "%s of %s: %s".formatted(name(conflict.offending(), stream), party(conflict, stream), conflict.reason())
                + (conflict.with().isEmpty()
                        ? ""
                        : "; see %s, /api/membership-changes/%s"
                                .formatted(name(conflict.with(), stream), conflict.with()));
    }

    private static String party(Conflict conflict, FactStream<MembershipChange> stream) {
        var statement = stream.find(conflict.offending()).orElseThrow().statement();
        return statement.party() + " in " + statement.organization();
    }

    private static String name(String id, FactStream<MembershipChange> stream) {
        var statement = stream.find(id).orElseThrow().statement();
        return "%s (%s)".formatted(statement.change(), statement.effective());
    }
}

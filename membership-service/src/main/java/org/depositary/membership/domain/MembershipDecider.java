package org.depositary.membership.domain;

import java.util.List;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.Together;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.FactStreamTransition;
import org.depositary.vocabulary.sources.SourceCoverage;
import org.depositary.vocabulary.timeline.DatedMembershipChange;
import org.depositary.vocabulary.timeline.MembershipTimeline;
import org.depositary.vocabulary.timeline.TimelineConflict;

/**
 * Decides the membership changes of one party in one organisation. Rejects a command that would make the timeline
 * impossible, such as a withdrawal of a party that is not in the organisation.
 */
public final class MembershipDecider {

    private static final Decider<
                    FactCommand<MembershipChange>, FactStream<MembershipChange>, FactEvent<MembershipChange>>
            FACTS = FactDecider.withInvariant(MembershipDecider::rejectConflicts);

    /** Decides as for every kind of fact. An added source also gets its coverage, if it states none. */
    public static final Decider<
                    FactCommand<MembershipChange>, FactStream<MembershipChange>, FactEvent<MembershipChange>>
            DECIDER = Decider.of(
                    FactStream.empty(),
                    (command, stream) -> FACTS.decide(withCoverage(command), stream),
                    FACTS::evolve);

    public static final String PATH = "/api/membership-changes";

    private MembershipDecider() {}

    private static FactCommand<MembershipChange> withCoverage(FactCommand<MembershipChange> command) {
        return switch (command) {
            case AddSources<MembershipChange>(var id, var sources) ->
                new AddSources<>(
                        id, sources.stream().map(SourceCoverage::ofAdded).toList());
            case Together<MembershipChange>(var commands) ->
                new Together<>(
                        commands.stream().map(MembershipDecider::withCoverage).toList());
            default -> command;
        };
    }

    private static void rejectConflicts(FactStreamTransition<MembershipChange> attempt) {
        MembershipTimeline.conflict(changes(attempt.after())).ifPresent(conflict -> {
            var inTheWay = Stream.concat(Stream.of(conflict.offending()), conflict.with().stream())
                    .map(DatedMembershipChange::id)
                    .filter(attempt::isRecorded)
                    .map(MembershipDecider::url)
                    .toList();
            throw Problem.of(ProblemType.TIMELINE_CONFLICT, message(conflict, attempt))
                    .conflictingWith(inTheWay);
        });
    }

    private static List<DatedMembershipChange> changes(FactStream<MembershipChange> stream) {
        return stream.standing().stream()
                .map(fact -> new DatedMembershipChange(
                        fact.id(), fact.statement().change(), fact.statement().effective()))
                .toList();
    }

    private static String message(TimelineConflict conflict, FactStreamTransition<MembershipChange> attempt) {
        var statement =
                attempt.after().find(conflict.offending().id()).orElseThrow().statement();
        return "%s in %s: %s cannot %s: %s"
                .formatted(
                        statement.party(),
                        statement.organization(),
                        name(conflict.offending(), attempt),
                        conflict.with()
                                .map(with -> "follow " + name(with, attempt))
                                .orElse("be"),
                        conflict.because());
    }

    private static String name(DatedMembershipChange change, FactStreamTransition<MembershipChange> attempt) {
        return attempt.isRecorded(change.id())
                ? "the recorded %s of %s (%s)".formatted(change.change(), change.effective(), url(change.id()))
                : "the %s of %s %s".formatted(change.change(), change.effective(), attempt.place(change.id()));
    }

    private static String url(String id) {
        return PATH + "/" + id;
    }
}

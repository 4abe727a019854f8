package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.depositary.facts.FactStream;
import org.depositary.imports.file.LineNumbers;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.decision.DecisionStep.Accepted;
import org.depositary.membership.imports.decision.DecisionStep.Confirmed;
import org.depositary.membership.imports.decision.DecisionStep.Corrected;
import org.depositary.membership.imports.decision.DecisionStep.Kept;
import org.depositary.membership.imports.decision.DecisionStep.Known;
import org.depositary.membership.imports.decision.DecisionStep.Rejected;
import org.depositary.membership.imports.decision.DecisionStep.Retracted;
import org.depositary.vocabulary.timeline.DatedMembershipChange;
import org.depositary.vocabulary.timeline.MembershipTimeline;
import org.depositary.vocabulary.timeline.TimelineConflict;

/**
 * Cancels steps of an import one by one until the timeline of the party has no conflict. If the step adds a change,
 * that change is rejected. If it corrects or retracts a fact, that fact is kept.
 */
final class TimelineConflictResolver {

    private final FactStream<MembershipChange> recorded;
    private final List<DecisionStep> steps;

    private TimelineConflictResolver(FactStream<MembershipChange> recorded, List<DecisionStep> steps) {
        this.recorded = recorded;
        this.steps = new ArrayList<>(steps);
    }

    static List<DecisionStep> resolve(FactStream<MembershipChange> recorded, List<DecisionStep> steps) {
        var resolver = new TimelineConflictResolver(recorded, steps);
        resolver.resolveConflicts();
        if (resolver.keepFactsIfRowsWereRejected()) {
            resolver.resolveConflicts();
        }
        return List.copyOf(resolver.steps);
    }

    private void resolveConflicts() {
        for (var conflict = conflict(); conflict.isPresent() && giveUpStepFor(conflict.get()); conflict = conflict()) {
            // The body is empty because the condition itself cancels one step per round.
        }
    }

    /**
     * Cancels all retractions if a change was rejected, because the rejected change may be a new form of a fact that
     * would be retracted. Returns whether a change was rejected.
     */
    private boolean keepFactsIfRowsWereRejected() {
        var rejectedLines = steps.stream()
                .filter(Rejected.class::isInstance)
                .map(step -> ((Rejected) step).change().line())
                .toList();
        if (rejectedLines.isEmpty()) {
            return false;
        }
        var reason = RejectedRowsOfOrganization.reason("of this party", LineNumbers.of(rejectedLines));
        steps.replaceAll(
                step -> step instanceof Retracted(var fact) ? new Kept(Optional.empty(), fact.id(), reason) : step);
        return true;
    }

    private Optional<TimelineConflict> conflict() {
        var retracted = new HashSet<String>();
        var corrected = new HashMap<String, MembershipChange>();
        var changes = new ArrayList<DatedMembershipChange>();
        var accepted = new ArrayList<DatedMembershipChange>();
        for (var step : steps) {
            switch (step) {
                case Retracted(var fact) -> retracted.add(fact.id());
                case Corrected(var before, var after) -> corrected.put(before.id(), after.change());
                case Accepted(var fact, var change) -> accepted.add(dated(fact, change.change()));
                case Known known -> {}
                case Confirmed confirmed -> {}
                case Kept kept -> {}
                case Rejected rejected -> {}
            }
        }
        recorded.standing().stream()
                .filter(fact -> !retracted.contains(fact.id()))
                .map(fact -> dated(fact.id(), corrected.getOrDefault(fact.id(), fact.statement())))
                .forEach(changes::add);
        changes.addAll(accepted);
        return MembershipTimeline.conflict(changes);
    }

    private static DatedMembershipChange dated(String id, MembershipChange change) {
        return new DatedMembershipChange(id, change.change(), change.effective());
    }

    /** Cancels the step that most likely caused the conflict. Returns false if no step remains to cancel. */
    private boolean giveUpStepFor(TimelineConflict conflict) {
        return giveUpLast(conflict, step -> changes(step, conflict.offending().id()))
                || giveUpLast(conflict, step -> changes(step, otherId(conflict)))
                // If both changes of the conflict are recorded facts, one depended on a fact that a step corrects or
                // retracts.
                || giveUpLast(conflict, step -> step instanceof Retracted || step instanceof Corrected)
                || giveUpLast(conflict, step -> step instanceof Accepted);
    }

    private boolean giveUpLast(TimelineConflict conflict, Predicate<DecisionStep> matches) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (matches.test(steps.get(i))) {
                steps.set(i, giveUp(steps.get(i), conflict));
                return true;
            }
        }
        return false;
    }

    private DecisionStep giveUp(DecisionStep step, TimelineConflict conflict) {
        return switch (step) {
            case Accepted(var fact, var change) -> new Rejected(change, reason(conflict, fact));
            case Corrected(var before, var after) ->
                new Kept(Optional.of(after.line()), before.id(), reason(conflict, before.id()));
            case Retracted(var fact) ->
                new Kept(
                        Optional.empty(),
                        fact.id(),
                        "Not retracted: facts that others recorded later depend on it."
                                + reference(conflict.offending().id())
                                        .map(" See "::concat)
                                        .orElse(""));
            case Known known -> known;
            case Confirmed confirmed -> confirmed;
            case Kept kept -> kept;
            case Rejected rejected -> rejected;
        };
    }

    private static boolean changes(DecisionStep step, String factId) {
        return switch (step) {
            case Accepted(var fact, var change) -> fact.equals(factId);
            case Corrected(var before, var after) -> before.id().equals(factId);
            default -> false;
        };
    }

    private String reason(TimelineConflict conflict, String factId) {
        var offending = conflict.offending().id();
        var other = offending.equals(factId) ? otherId(conflict) : offending;
        return conflict.reason() + reference(other).map(" See "::concat).orElse("");
    }

    private static String otherId(TimelineConflict conflict) {
        return conflict.with().map(DatedMembershipChange::id).orElse("");
    }

    /**
     * Returns the place of a change for readers of the report: the URL of the recorded fact, or the line of the file.
     */
    private Optional<String> reference(String factId) {
        if (recorded.find(factId).isPresent()) {
            return Optional.of("the recorded fact /api/membership-changes/" + factId);
        }
        return steps.stream()
                .filter(step -> step instanceof Accepted(var fact, var change) && fact.equals(factId))
                .map(step -> "line %d of this file"
                        .formatted(((Accepted) step).change().line()))
                .findFirst();
    }
}

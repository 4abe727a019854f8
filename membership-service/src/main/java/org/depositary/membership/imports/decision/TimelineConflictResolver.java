package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.file.LineNumbers;
import org.depositary.vocabulary.timeline.Conflict;
import org.depositary.vocabulary.timeline.DatedChange;
import org.depositary.vocabulary.timeline.Timeline;

/** Takes out of the steps, one by one, what the party's timeline has no room for. */
final class TimelineConflictResolver {

    private final FactStream<MembershipChange> ledger;
    private final List<DecisionStep> steps;

    private TimelineConflictResolver(FactStream<MembershipChange> ledger, List<DecisionStep> steps) {
        this.ledger = ledger;
        this.steps = new ArrayList<>(steps);
    }

    /** The steps, with those that cannot be turned into rejections, or into leaving things as they are. */
    static List<DecisionStep> of(FactStream<MembershipChange> ledger, List<DecisionStep> steps) {
        var coherence = new TimelineConflictResolver(ledger, steps);
        coherence.resolve();
        if (coherence.keepWhatRejectedRowsMaySay()) {
            coherence.resolve();
        }
        return List.copyOf(coherence.steps);
    }

    private void resolve() {
        for (var conflict = conflict(); conflict.isPresent() && give(conflict.get()); conflict = conflict()) {
            // one step less each time
        }
    }

    /** A rejected row is not in the register: what the set said before is all that is left of it. */
    private boolean keepWhatRejectedRowsMaySay() {
        var rejected = steps.stream()
                .filter(DecisionStep.Rejected.class::isInstance)
                .map(step -> ((DecisionStep.Rejected) step).wanted().line())
                .toList();
        if (rejected.isEmpty()) {
            return false;
        }
        var reason = RejectedRows.reason("of this party", LineNumbers.of(rejected));
        steps.replaceAll(step ->
                step instanceof DecisionStep.Gone(var said) ? new DecisionStep.Kept(Optional.empty(), said.fact(), reason) : step);
        return true;
    }

    private Optional<Conflict> conflict() {
        var gone = new HashSet<String>();
        var moved = new HashMap<String, MembershipChange>();
        var added = new ArrayList<DatedChange>();
        for (var step : steps) {
            switch (step) {
                case DecisionStep.Gone(var said) -> gone.add(said.fact());
                case DecisionStep.Moved(var said, var wanted) -> moved.put(said.fact(), wanted.change());
                case DecisionStep.New(var id, var wanted) -> added.add(dated(id, wanted.change()));
                case DecisionStep.Known known -> {}
                case DecisionStep.Kept kept -> {}
                case DecisionStep.Rejected rejected -> {}
            }
        }
        var changes = new ArrayList<DatedChange>();
        ledger.standing().stream()
                .filter(fact -> !gone.contains(fact.id()))
                .map(fact -> dated(fact.id(), moved.getOrDefault(fact.id(), fact.statement())))
                .forEach(changes::add);
        changes.addAll(added);
        return Timeline.conflict(changes);
    }

    private static DatedChange dated(String id, MembershipChange change) {
        return new DatedChange(id, change.change(), change.effective());
    }

    /** False when there is nothing left to give up. */
    private boolean give(Conflict conflict) {
        return giveUp(conflict, step -> isAbout(step, conflict.offending().id()))
                || giveUp(conflict, step -> isAbout(step, with(conflict)))
                // Then what others recorded has lost what it stood on.
                || giveUp(conflict, step -> step instanceof DecisionStep.Gone || step instanceof DecisionStep.Moved)
                || giveUp(conflict, step -> step instanceof DecisionStep.New);
    }

    /** The last of these steps, if there is any. */
    private boolean giveUp(Conflict conflict, Predicate<DecisionStep> which) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (which.test(steps.get(i))) {
                steps.set(i, givenUp(steps.get(i), conflict));
                return true;
            }
        }
        return false;
    }

    private DecisionStep givenUp(DecisionStep step, Conflict conflict) {
        return switch (step) {
            case DecisionStep.New(var id, var wanted) -> new DecisionStep.Rejected(wanted, reason(conflict, id));
            case DecisionStep.Moved(var said, var wanted) ->
                new DecisionStep.Kept(Optional.of(wanted.line()), said.fact(), reason(conflict, said.fact()));
            case DecisionStep.Gone(var said) ->
                new DecisionStep.Kept(
                        Optional.empty(),
                        said.fact(),
                        "What others recorded since depends on it."
                                + where(conflict.offending().id())
                                        .map(" See "::concat)
                                        .orElse(""));
            case DecisionStep other -> other;
        };
    }

    private static boolean isAbout(DecisionStep step, String id) {
        return switch (step) {
            case DecisionStep.New(var added, var wanted) -> added.equals(id);
            case DecisionStep.Moved(var said, var wanted) -> said.fact().equals(id);
            default -> false;
        };
    }

    private String reason(Conflict conflict, String about) {
        var offending = conflict.offending().id();
        var other = offending.equals(about) ? with(conflict) : offending;
        return conflict.reason() + where(other).map(" See "::concat).orElse("");
    }

    private static String with(Conflict conflict) {
        return conflict.with().map(DatedChange::id).orElse("");
    }

    private Optional<String> where(String other) {
        if (ledger.find(other).isPresent()) {
            return Optional.of("what is recorded: /api/membership-changes/" + other);
        }
        return steps.stream()
                .filter(step -> step instanceof DecisionStep.New(var id, var wanted) && id.equals(other))
                .map(step -> "line %d of this file"
                        .formatted(((DecisionStep.New) step).wanted().line()))
                .findFirst();
    }
}

package org.depositary.membership.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.timeline.Conflict;
import org.depositary.vocabulary.timeline.DatedChange;
import org.depositary.vocabulary.timeline.Timeline;

/** Takes out of the steps, one by one, what the party's timeline has no room for. */
final class Coherence {

    private final FactStream<MembershipChange> ledger;
    private final List<Step> steps;

    private Coherence(FactStream<MembershipChange> ledger, List<Step> steps) {
        this.ledger = ledger;
        this.steps = new ArrayList<>(steps);
    }

    /** The steps, with those that cannot be turned into rejections, or into leaving things as they are. */
    static List<Step> of(FactStream<MembershipChange> ledger, List<Step> steps) {
        var coherence = new Coherence(ledger, steps);
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
                .filter(Step.Rejected.class::isInstance)
                .map(step -> ((Step.Rejected) step).wanted().line())
                .toList();
        if (rejected.isEmpty()) {
            return false;
        }
        var reason = RejectedRows.reason("of this party", Lines.of(rejected));
        steps.replaceAll(step ->
                step instanceof Step.Gone(var said) ? new Step.Kept(Optional.empty(), said.fact(), reason) : step);
        return true;
    }

    private Optional<Conflict> conflict() {
        var gone = new HashSet<String>();
        var moved = new HashMap<String, MembershipChange>();
        var added = new ArrayList<DatedChange>();
        for (var step : steps) {
            switch (step) {
                case Step.Gone(var said) -> gone.add(said.fact());
                case Step.Moved(var said, var wanted) -> moved.put(said.fact(), wanted.change());
                case Step.New(var id, var wanted) -> added.add(dated(id, wanted.change()));
                case Step.Known known -> {}
                case Step.Kept kept -> {}
                case Step.Rejected rejected -> {}
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
                || giveUp(conflict, step -> step instanceof Step.Gone || step instanceof Step.Moved)
                || giveUp(conflict, step -> step instanceof Step.New);
    }

    /** The last of these steps, if there is any. */
    private boolean giveUp(Conflict conflict, Predicate<Step> which) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (which.test(steps.get(i))) {
                steps.set(i, givenUp(steps.get(i), conflict));
                return true;
            }
        }
        return false;
    }

    private Step givenUp(Step step, Conflict conflict) {
        return switch (step) {
            case Step.New(var id, var wanted) -> new Step.Rejected(wanted, reason(conflict, id));
            case Step.Moved(var said, var wanted) ->
                new Step.Kept(Optional.of(wanted.line()), said.fact(), reason(conflict, said.fact()));
            case Step.Gone(var said) ->
                new Step.Kept(
                        Optional.empty(),
                        said.fact(),
                        "What others recorded since depends on it."
                                + where(conflict.offending().id())
                                        .map(" See "::concat)
                                        .orElse(""));
            case Step other -> other;
        };
    }

    private static boolean isAbout(Step step, String id) {
        return switch (step) {
            case Step.New(var added, var wanted) -> added.equals(id);
            case Step.Moved(var said, var wanted) -> said.fact().equals(id);
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
                .filter(step -> step instanceof Step.New(var id, var wanted) && id.equals(other))
                .map(step -> "line %d of this file"
                        .formatted(((Step.New) step).wanted().line()))
                .findFirst();
    }
}

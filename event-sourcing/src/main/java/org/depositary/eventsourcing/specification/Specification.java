package org.depositary.eventsourcing.specification;

import java.util.Arrays;
import java.util.List;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * Given these events, when this command, then these events or that refusal: a decider's test as a sentence.
 *
 * <p>Fails with an {@link AssertionError}, so that any test framework can run it.
 */
public final class Specification<C, S, E> {

    private final Decider<C, S, E> decider;
    private final List<E> history;

    private Specification(Decider<C, S, E> decider, List<E> history) {
        this.decider = decider;
        this.history = history;
    }

    /** A specification of the given decider, with nothing recorded yet. */
    public static <C, S, E> Specification<C, S, E> of(Decider<C, S, E> decider) {
        return new Specification<>(decider, List.of());
    }

    /** What was recorded before. */
    @SafeVarargs
    public final Specification<C, S, E> given(E... events) {
        return new Specification<>(decider, List.copyOf(Arrays.asList(events)));
    }

    /** The command under test. */
    public Outcome when(C command) {
        try {
            return new Outcome(decider.decide(command, decider.fold(decider.initial(), history)), null);
        } catch (Problem problem) {
            return new Outcome(List.of(), problem);
        }
    }

    /** What the command led to. */
    public final class Outcome {
        private final List<E> events;
        private final Problem problem;

        private Outcome(List<E> events, Problem problem) {
            this.events = events;
            this.problem = problem;
        }

        /** Exactly these events follow. */
        @SafeVarargs
        public final void then(E... expected) {
            if (problem != null) {
                throw new AssertionError("refused as %s: %s".formatted(problem.type(), problem.detail()), problem);
            }
            if (!events.equals(Arrays.asList(expected))) {
                throw new AssertionError("expected %s%nbut was  %s".formatted(Arrays.asList(expected), events));
            }
        }

        /** The command is fine, and there is nothing to record. */
        @SuppressWarnings("unchecked")
        public void thenNothing() {
            then();
        }

        /** The command is refused in this way; the refusal is returned for a look at its words. */
        public Problem thenRejected(ProblemType type) {
            if (problem == null) {
                throw new AssertionError("expected a refusal as %s but was %s".formatted(type, events));
            }
            if (problem.type() != type) {
                throw new AssertionError(
                        "expected a refusal as %s but was %s: %s".formatted(type, problem.type(), problem.detail()));
            }
            return problem;
        }

        /** The command is refused in this way, because of the facts with these addresses. */
        public Problem thenRejected(ProblemType type, String... conflictsWith) {
            thenRejected(type);
            if (!problem.conflictsWith().equals(List.of(conflictsWith))) {
                throw new AssertionError("expected a conflict with %s but was %s"
                        .formatted(List.of(conflictsWith), problem.conflictsWith()));
            }
            return problem;
        }
    }
}

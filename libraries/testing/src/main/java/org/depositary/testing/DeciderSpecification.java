package org.depositary.testing;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A test of a decider as a sentence: given these events, when this command, then these events or this rejection.
 *
 * <p>A failed specification throws an {@link AssertionError}, so it works with any test framework.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 * @param <R> the exception by which the decider rejects a command
 */
public final class DeciderSpecification<C, S, E, R extends RuntimeException> {

    /**
     * Extracts the parts of a rejection that a test compares.
     *
     * @param type returns the type of a rejection, to compare with the first argument of {@code thenRejected}
     * @param details returns its details, such as the conflicting facts, to compare with the other arguments
     */
    public record Rejection<R extends RuntimeException>(
            Class<R> exception, Function<R, ?> type, Function<R, ? extends List<?>> details) {}

    private record Subject<C, S, E, R extends RuntimeException>(
            S initial, BiFunction<C, S, List<E>> decide, BiFunction<S, E, S> evolve, Rejection<R> rejection) {}

    private final Subject<C, S, E, R> decider;
    private final List<E> history;

    private DeciderSpecification(Subject<C, S, E, R> decider, List<E> history) {
        this.decider = decider;
        this.history = history;
    }

    public static <C, S, E, R extends RuntimeException> DeciderSpecification<C, S, E, R> of(
            S initial, BiFunction<C, S, List<E>> decide, BiFunction<S, E, S> evolve, Rejection<R> rejection) {
        return new DeciderSpecification<>(new Subject<>(initial, decide, evolve, rejection), List.of());
    }

    @SafeVarargs
    public final DeciderSpecification<C, S, E, R> given(E... events) {
        return new DeciderSpecification<>(decider, List.of(events));
    }

    public Outcome when(C command) {
        var state = decider.initial();
        for (var event : history) {
            state = decider.evolve().apply(state, event);
        }
        try {
            return new Outcome(decider.decide().apply(command, state), null);
        } catch (RuntimeException failure) {
            var exception = decider.rejection().exception();
            if (!exception.isInstance(failure)) {
                throw failure;
            }
            return new Outcome(List.of(), exception.cast(failure));
        }
    }

    public final class Outcome {
        private final List<E> events;
        private final R rejection;

        private Outcome(List<E> events, R rejection) {
            this.events = events;
            this.rejection = rejection;
        }

        @SafeVarargs
        public final void then(E... expected) {
            if (rejection != null) {
                throw new AssertionError("The command was rejected: " + rejection, rejection);
            }
            if (!events.equals(Arrays.asList(expected))) {
                throw new AssertionError("expected %s%nbut was  %s".formatted(Arrays.asList(expected), events));
            }
        }

        /** Expects that the command is accepted and records nothing. */
        @SuppressWarnings("unchecked")
        public void thenNothing() {
            then();
        }

        /** Expects a rejection of this type. Returns it, so that a test can check its text. */
        public R thenRejected(Object type) {
            if (rejection == null) {
                throw new AssertionError("expected a rejection as %s but was %s".formatted(type, events));
            }
            if (!type.equals(decider.rejection().type().apply(rejection))) {
                throw new AssertionError("expected a rejection as %s but was %s".formatted(type, rejection), rejection);
            }
            return rejection;
        }

        /** Expects a rejection of this type with exactly these details. */
        public R thenRejected(Object type, Object... details) {
            thenRejected(type);
            var actual = decider.rejection().details().apply(rejection);
            if (!actual.equals(List.of(details))) {
                throw new AssertionError("expected a rejection with %s but was %s".formatted(List.of(details), actual));
            }
            return rejection;
        }
    }
}

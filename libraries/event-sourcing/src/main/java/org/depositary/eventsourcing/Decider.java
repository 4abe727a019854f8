package org.depositary.eventsourcing;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The behaviour of one kind of aggregate: it decides which events a command causes, and computes the state from
 * events.
 *
 * <p>All functions are pure. Time, ids and the actor arrive in the command. {@link #decide} refuses a command by
 * throwing a {@link Problem}. {@link #evolve} never throws, logs or validates, because a recorded event has happened.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public interface Decider<C, S, E> {

    /** Returns the state of a stream without events. */
    S initial();

    /** Returns the events that follow from the command, in order. Empty if the command changes nothing. */
    List<E> decide(C command, S state);

    /** Returns the state after one more event. */
    S evolve(S state, E event);

    /** Returns the state after the given events, which must be in the order of their versions. */
    default S fold(S state, Iterable<? extends E> events) {
        S folded = state;
        for (E event : events) {
            folded = evolve(folded, event);
        }
        return folded;
    }

    static <C, S, E> Decider<C, S, E> of(S initial, BiFunction<C, S, List<E>> decide, BiFunction<S, E, S> evolve) {
        return new Decider<>() {
            @Override
            public S initial() {
                return initial;
            }

            @Override
            public List<E> decide(C command, S state) {
                return decide.apply(command, state);
            }

            @Override
            public S evolve(S state, E event) {
                return evolve.apply(state, event);
            }
        };
    }
}

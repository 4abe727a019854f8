package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The ledger detects losses, repeats and disorder. */
class EventLedgerTest {

    private static final ObservedEvent ONE = new ObservedEvent("a", 1, "event-1", "fact-1");
    private static final ObservedEvent TWO = new ObservedEvent("a", 2, "event-2", "fact-2");
    private static final ObservedEvent OTHER = new ObservedEvent("b", 1, "event-3", "fact-3");
    private static final List<AcknowledgedWrite> WRITES =
            List.of(new AcknowledgedWrite("fact-1", "a", 1, 1), new AcknowledgedWrite("fact-2", "a", 2, 1));

    @Test
    void a_whole_ledger_passes() {
        var whole = ledger(ONE, OTHER, TWO);
        assertThatCode(() -> whole.withoutRepeats()
                        .gapless()
                        .sameAs(ledger(OTHER, ONE, TWO))
                        .holds(WRITES)
                        .holdsNoMoreThan(WRITES))
                .doesNotThrowAnyException();
    }

    @Test
    void it_sees_gaps_disorder_and_repeats() {
        refused(() -> ledger(TWO).gapless());
        refused(() -> ledger(TWO, ONE).gapless());
        refused(() -> ledger(ONE, ONE, TWO).gapless());
    }

    @Test
    void a_repeat_may_be_dropped_but_a_fork_may_not() {
        assertThat(ledger(ONE, TWO, ONE, TWO).withoutRepeats().entries()).containsExactly(ONE, TWO);
        refused(() ->
                ledger(ONE, new ObservedEvent("a", 1, "event-9", "fact-9")).withoutRepeats());
    }

    @Test
    void it_sees_what_only_one_of_two_holds() {
        refused(() -> ledger(ONE).sameAs(ledger(ONE, OTHER)));
        refused(() -> ledger(ONE, OTHER).sameAs(ledger(ONE)));
        refused(() -> ledger(ONE, ONE).sameAs(ledger(ONE)));
    }

    @Test
    void it_sees_a_lost_write_and_one_recorded_twice() {
        refused(() -> ledger(ONE).holds(WRITES));
        refused(() -> ledger(new ObservedEvent("a", 1, "event-1", "fact-2")).holds(WRITES));
        refused(() ->
                ledger(ONE, TWO, new ObservedEvent("a", 3, "event-4", "fact-2")).holdsNoMoreThan(WRITES));
    }

    private static EventLedger ledger(ObservedEvent... entries) {
        return new EventLedger("a ledger", List.of(entries));
    }

    private static void refused(ThrowingCallable check) {
        assertThat(catchThrowable(check)).isInstanceOf(AssertionError.class);
    }
}

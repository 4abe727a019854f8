package org.depositary.gateway.feeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.depositary.gateway.feeder.KafkaRecord.Place;
import org.depositary.gateway.feeder.ParkedRecord.Reason;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.junit.jupiter.api.Test;

/** Tests whether events of a stream are stored, ignored or parked. */
class StreamIntakeTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);
    private static final UUID THREE = new UUID(3, 3);
    private static final UUID OTHER = new UUID(9, 9);

    private final List<Entry> log = new ArrayList<>();
    private long offset;

    private static PublishedEvent event(int version, UUID id) {
        return new PublishedEvent(
                id, "s", version, "membership", "t", OffsetDateTime.MIN, OrganizationsAndParties.NONE, "{}");
    }

    private KafkaRecord record() {
        return new KafkaRecord(new Place("topic", 0, offset++), null, new RecordHeaders(), new byte[0]);
    }

    private StreamIntake at(int version, UUID id) {
        return new StreamIntake(
                new StreamHead(version, id, OrganizationsAndParties.NONE), Map.of(version, id), List.of(), log);
    }

    private StreamIntake empty() {
        return new StreamIntake(StreamHead.NONE, Map.of(), List.of(), log);
    }

    private List<Integer> entered() {
        return log.stream().map(entry -> entry.event().version()).toList();
    }

    @Test
    void the_next_one_enters() {
        var intake = at(1, ONE);
        intake.take(record(), event(2, TWO));
        assertThat(entered()).containsExactly(2);
        assertThat(intake.head().version()).isEqualTo(2);
        assertThat(intake.parked()).isEmpty();
    }

    @Test
    void a_repeat_is_dropped_also_within_a_batch() {
        var intake = at(1, ONE);
        intake.take(record(), event(1, ONE));
        intake.take(record(), event(2, TWO));
        intake.take(record(), event(2, TWO));
        assertThat(entered()).containsExactly(2);
        assertThat(intake.parked()).isEmpty();
    }

    @Test
    void what_comes_too_early_waits_within_the_batch() {
        var intake = empty();
        intake.take(record(), event(3, THREE));
        intake.take(record(), event(2, TWO));
        assertThat(intake.parked())
                .extracting(ParkedRecord::reason)
                .containsOnly(Reason.GAP)
                .hasSize(2);
        intake.take(record(), event(1, ONE));
        assertThat(entered()).containsExactly(1, 2, 3);
        assertThat(intake.parked()).isEmpty();
        assertThat(intake.released()).isEmpty();
    }

    @Test
    void what_was_parked_before_leaves_when_its_turn_comes() {
        var before = ParkedRecord.gap(record(), event(2, TWO));
        var repeat = ParkedRecord.gap(record(), event(2, TWO));
        var intake = new StreamIntake(StreamHead.NONE, Map.of(), List.of(before, repeat), log);
        intake.take(record(), event(1, ONE));
        assertThat(entered()).containsExactly(1, 2);
        assertThat(log.getLast().place()).isEqualTo(before.place());
        assertThat(intake.released()).containsExactlyInAnyOrder(before.place(), repeat.place());
    }

    @Test
    void a_gap_that_comes_twice_is_parked_once() {
        var intake = empty();
        intake.take(record(), event(2, TWO));
        intake.take(record(), event(2, TWO));
        assertThat(intake.parked()).hasSize(1);
    }

    @Test
    void another_event_of_a_known_version_is_a_fork_and_holds_what_follows() {
        var intake = at(2, TWO);
        intake.take(record(), event(2, OTHER));
        intake.take(record(), event(3, THREE));
        assertThat(entered()).isEmpty();
        assertThat(intake.parked()).extracting(ParkedRecord::reason).containsExactly(Reason.FORK, Reason.FORK);
    }

    @Test
    void a_stream_with_a_fork_stays_held() {
        var fork = ParkedRecord.fork(record(), event(2, OTHER), "");
        var intake = new StreamIntake(
                new StreamHead(2, TWO, OrganizationsAndParties.NONE), Map.of(2, TWO), List.of(fork), log);
        intake.take(record(), event(2, TWO));
        intake.take(record(), event(3, THREE));
        assertThat(entered()).isEmpty();
        assertThat(intake.parked()).hasSize(1);
    }

    @Test
    void of_two_that_wait_with_the_same_version_the_second_is_a_fork() {
        var intake = empty();
        intake.take(record(), event(2, TWO));
        intake.take(record(), event(2, OTHER));
        intake.take(record(), event(3, THREE));
        intake.take(record(), event(1, ONE));
        assertThat(entered()).containsExactly(1, 2);
        assertThat(intake.parked()).extracting(ParkedRecord::reason).containsExactlyInAnyOrder(Reason.FORK, Reason.GAP);
    }
}

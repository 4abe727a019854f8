package org.depositary.gateway.feeder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.depositary.gateway.feeder.ParkedRecord.Reason;
import org.depositary.gateway.log.OrganizationsAndParties;

/**
 * Decides what becomes of the events of one stream in one batch: the next one enters the log; a repeat is dropped; what
 * comes too early (a gap) or contradicts what is there (a fork) is parked. Pure: what it knows is given, what it decides
 * is read off.
 */
final class StreamIntake {

    /** An event that enters the log. */
    record Entry(PublishedEvent event, OrganizationsAndParties facets, KafkaRecord.Place place) {}

    private final Map<Integer, UUID> known;
    private final TreeMap<Integer, List<ParkedRecord>> waiting = new TreeMap<>();
    private final Map<KafkaRecord.Place, ParkedRecord> parked = new HashMap<>();
    private final List<KafkaRecord.Place> released = new ArrayList<>();
    private final List<Entry> log;
    private StreamHead head;
    private boolean forked;

    /**
     * @param head where the stream stands
     * @param known by version, events of the log that the batch may repeat
     * @param parkedBefore what of this stream is parked
     * @param log takes what enters, in order, together with that of other streams
     */
    StreamIntake(StreamHead head, Map<Integer, UUID> known, List<ParkedRecord> parkedBefore, List<Entry> log) {
        this.head = head;
        this.log = log;
        this.known = new HashMap<>(known);
        for (var each : parkedBefore) {
            forked |= each.reason() == Reason.FORK;
            if (each.reason() == Reason.GAP) {
                each.event().ifPresent(event -> waitingFor(event).add(each));
            }
        }
    }

    void take(KafkaRecord record, PublishedEvent event) {
        if (event.version() <= head.version()) {
            if (!isKnown(event)) {
                park(ParkedRecord.fork(record, event, "The log has another event as version " + event.version()));
            }
        } else if (forked) {
            park(ParkedRecord.fork(record, event, "Its stream has a fork before it"));
        } else if (event.version() == head.version() + 1) {
            enter(event, record.place());
            drain();
        } else if (waitingFor(event).stream().noneMatch(other -> isSame(other, event))) {
            var gap = ParkedRecord.gap(record, event);
            park(gap);
            waitingFor(event).add(gap);
        }
    }

    /** Those that waited for what has just come. */
    private void drain() {
        settle();
        while (!forked && waiting.containsKey(head.version() + 1)) {
            var next = waiting.get(head.version() + 1).getFirst();
            enter(next.event().orElseThrow(), next.place());
            settle();
        }
    }

    /** Of those that waited with the version that the head has now, the same event leaves, another is a fork. */
    private void settle() {
        for (var each : waiting.getOrDefault(head.version(), List.of())) {
            var event = each.event().orElseThrow();
            if (isKnown(event)) {
                release(each);
            } else {
                park(ParkedRecord.fork(
                        each.record(), event, "The log has another event as version " + event.version()));
            }
        }
        waiting.remove(head.version());
    }

    private void enter(PublishedEvent event, KafkaRecord.Place place) {
        head = head.after(event);
        known.put(event.version(), event.id());
        log.add(new Entry(event, head.facets(), place));
    }

    private void park(ParkedRecord record) {
        forked |= record.reason() == Reason.FORK;
        parked.put(record.place(), record);
    }

    private void release(ParkedRecord record) {
        if (parked.remove(record.place()) == null) {
            released.add(record.place());
        }
    }

    private boolean isKnown(PublishedEvent event) {
        return event.id().equals(known.get(event.version()));
    }

    private static boolean isSame(ParkedRecord other, PublishedEvent event) {
        return other.event().filter(known -> known.id().equals(event.id())).isPresent();
    }

    private List<ParkedRecord> waitingFor(PublishedEvent event) {
        return waiting.computeIfAbsent(event.version(), version -> new ArrayList<>());
    }

    StreamHead head() {
        return head;
    }

    /** To be parked, or parked before for another reason. */
    List<ParkedRecord> parked() {
        return List.copyOf(parked.values());
    }

    /** Parked before, and no longer. */
    List<KafkaRecord.Place> released() {
        return released;
    }
}

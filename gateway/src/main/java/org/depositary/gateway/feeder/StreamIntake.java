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
 * Decides for the events of one stream in a batch whether they enter the log. The next version enters; a repeat is
 * ignored; an event that comes too early (a gap) or contradicts the log (a fork) is parked. A pure function: it
 * accesses no database.
 */
final class StreamIntake {

    /**
     * A new entry of the change log.
     *
     * @param facets organisations and parties that any event of the stream names
     */
    record Entry(PublishedEvent event, OrganizationsAndParties facets, KafkaRecord.Place place) {}

    private final Map<Integer, UUID> known;
    private final TreeMap<Integer, List<ParkedRecord>> waiting = new TreeMap<>();
    private final Map<KafkaRecord.Place, ParkedRecord> parked = new HashMap<>();
    private final List<KafkaRecord.Place> released = new ArrayList<>();
    private final List<Entry> log;
    private StreamHead head;
    private boolean forked;

    /**
     * @param head last event of the stream in the log
     * @param known ids of events in the log that the batch may repeat, by version
     * @param parkedBefore the parked records of this stream
     * @param log receives the new entries in order; shared by the streams of the batch
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
                park(ParkedRecord.fork(
                        record, event, "The change log has another event with version " + event.version()));
            }
        } else if (forked) {
            park(ParkedRecord.fork(record, event, "The stream has a fork before this event"));
        } else if (event.version() == head.version() + 1) {
            enter(event, record.place());
            drain();
        } else if (waitingFor(event).stream().noneMatch(other -> isSame(other, event))) {
            var gap = ParkedRecord.gap(record, event);
            park(gap);
            waitingFor(event).add(gap);
        }
    }

    /** Adds the waiting events whose turn has come after the last entry. */
    private void drain() {
        settle();
        while (!forked && waiting.containsKey(head.version() + 1)) {
            var next = waiting.get(head.version() + 1).getFirst();
            enter(next.event().orElseThrow(), next.place());
            settle();
        }
    }

    /**
     * Handles the waiting events that have the version of the last entry. The same event is a repeat and no longer
     * parked; a different one is a fork.
     */
    private void settle() {
        for (var each : waiting.getOrDefault(head.version(), List.of())) {
            var event = each.event().orElseThrow();
            if (isKnown(event)) {
                release(each);
            } else {
                park(ParkedRecord.fork(
                        each.record(), event, "The change log has another event with version " + event.version()));
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

    /** The records to park, including those that were parked before for another reason. */
    List<ParkedRecord> parked() {
        return List.copyOf(parked.values());
    }

    /** The records that were parked before and no longer are. */
    List<KafkaRecord.Place> released() {
        return released;
    }
}

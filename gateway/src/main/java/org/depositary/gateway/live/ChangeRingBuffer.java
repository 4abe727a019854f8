package org.depositary.gateway.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.depositary.gateway.log.Cursor;

/**
 * A ring buffer of the newest encoded changes, shared by all subscribers. One thread adds, any thread reads, without
 * locks. A reader detects an overwritten slot by its {@code seq}, and must then read from the database.
 */
final class ChangeRingBuffer {

    private final AtomicReferenceArray<EncodedChange> slots;
    private final long maxBytes;
    private long bytes;
    private volatile long first;
    private volatile Cursor last;

    /** @param start cursor after which the buffer begins; earlier changes are not in the buffer */
    ChangeRingBuffer(int capacity, long maxBytes, Cursor start) {
        this.slots = new AtomicReferenceArray<>(capacity);
        this.maxBytes = maxBytes;
        this.first = start.seq() + 1;
        this.last = start;
    }

    Cursor last() {
        return last;
    }

    /** @param changes the next changes of the log, which must follow the last one without a gap */
    void add(List<EncodedChange> changes) {
        for (var change : changes) {
            while (last.seq() - first + 1 >= slots.length() || bytes > maxBytes && first <= last.seq()) {
                dropFirst();
            }
            slots.set(slot(change.seq()), change);
            bytes += change.event().length();
            last = change.cursor();
        }
    }

    private void dropFirst() {
        bytes -= slots.getAndSet(slot(first), null).event().length();
        first++;
    }

    /** At most {@code limit} changes after {@code seq}. Empty if the change after {@code seq} is not in the buffer. */
    List<EncodedChange> after(long seq, int limit) {
        var changes = new ArrayList<EncodedChange>();
        for (long next = seq + 1; changes.size() < limit && next <= last.seq(); next++) {
            var change = slots.get(slot(next));
            if (change == null || change.seq() != next) {
                break;
            }
            changes.add(change);
        }
        return changes;
    }

    private int slot(long seq) {
        return (int) (seq % slots.length());
    }
}

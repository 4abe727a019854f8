package org.depositary.gateway.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.depositary.gateway.log.Cursor;

/**
 * The newest messages, shared by all subscribers. One thread adds, any thread reads, nobody waits: a slot that has been
 * used again is noticed by its seq, and whoever finds that reads on from the database.
 */
final class ChangeRingBuffer {

    private final AtomicReferenceArray<EncodedChange> slots;
    private final long maxBytes;
    private long bytes;
    private volatile long first;
    private volatile Cursor last;

    /** Empty, and standing at a place of the log: what is behind it is not here. */
    ChangeRingBuffer(int capacity, long maxBytes, Cursor at) {
        this.slots = new AtomicReferenceArray<>(capacity);
        this.maxBytes = maxBytes;
        this.first = at.seq() + 1;
        this.last = at;
    }

    /** Where the newest message stands. */
    Cursor last() {
        return last;
    }

    /** Messages that follow the last one, without a gap. */
    void add(List<EncodedChange> messages) {
        for (var message : messages) {
            while (last.seq() - first + 1 >= slots.length() || bytes > maxBytes && first <= last.seq()) {
                dropFirst();
            }
            slots.set(slot(message.seq()), message);
            bytes += message.event().length();
            last = message.cursor();
        }
    }

    private void dropFirst() {
        bytes -= slots.getAndSet(slot(first), null).event().length();
        first++;
    }

    /** What follows a place, as far as it is here and up to so many. */
    List<EncodedChange> after(long seq, int limit) {
        var messages = new ArrayList<EncodedChange>();
        for (long next = seq + 1; messages.size() < limit && next <= last.seq(); next++) {
            var message = slots.get(slot(next));
            if (message == null || message.seq() != next) {
                break;
            }
            messages.add(message);
        }
        return messages;
    }

    private int slot(long seq) {
        return (int) (seq % slots.length());
    }
}

package org.depositary.gateway.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;

/**
 * A run of the log as one subscriber sees it.
 *
 * @param bytes the events that pass its filter
 * @param upTo the place that has been looked at, whether or not its change passed
 */
record EncodedChunk(Buffer bytes, Cursor upTo) {

    /** @param messages not empty */
    static EncodedChunk of(List<EncodedChange> messages, ChangeFilter filter) {
        return new EncodedChunk(
                joined(messages.stream()
                        .filter(message -> filter.matches(message.change()))
                        .toList()),
                messages.getLast().cursor());
    }

    /** What was filtered already, up to a place that may lie behind its last message. */
    static EncodedChunk ofMatching(List<EncodedChange> messages, Cursor upTo) {
        return new EncodedChunk(joined(messages), upTo);
    }

    private static Buffer joined(List<EncodedChange> messages) {
        if (messages.size() == 1) {
            return messages.getFirst().event();
        }
        var all = Buffer.buffer(
                messages.stream().mapToInt(message -> message.event().length()).sum());
        messages.forEach(message -> all.appendBuffer(message.event()));
        return all;
    }
}

package org.depositary.gateway.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that is not in the change log, or a stream that a projector cannot read on.
 *
 * @param reason {@code gap}, {@code fork}, {@code malformed} or {@code unreadable}
 * @param detail what is wrong, for people
 * @param version of the stream; of one that cannot be read, the version at which it stands still
 * @param projector which read model cannot read it
 * @param topic its name; absent where a topic of that id is no more
 * @param topicId which topic, whatever it was called
 * @param since when it was parked
 */
@JsonInclude(Include.NON_ABSENT)
record ParkedItem(
        String id,
        String reason,
        String detail,
        Optional<String> stream,
        Optional<Integer> version,
        Optional<String> projector,
        Optional<String> topic,
        String topicId,
        int partition,
        long offset,
        Instant since) {}

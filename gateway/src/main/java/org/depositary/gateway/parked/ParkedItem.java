package org.depositary.gateway.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not enter the change log, or a stream with an event that a projector cannot read.
 *
 * @param reason {@code gap}, {@code fork}, {@code malformed} or {@code unreadable}
 * @param detail what is wrong, as text for people
 * @param version version of the stream; if {@code unreadable}, the version of the first event that cannot be read
 * @param projector the projector that cannot read it
 * @param topic name of the topic; absent if the topic no longer exists
 * @param topicId Kafka's id of the topic
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

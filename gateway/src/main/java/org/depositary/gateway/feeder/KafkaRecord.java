package org.depositary.gateway.feeder;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.depositary.eventsourcing.telemetry.TraceParent;

/** A Kafka record, as it was read or parked. Key and value may be null, as in Kafka. */
record KafkaRecord(Place place, byte[] key, Headers headers, byte[] value) {

    /**
     * The position of a record in Kafka. The topic is identified by its id, because a topic that is created again
     * under the same name is a different topic.
     */
    record Place(String topicId, int partition, long offset) {

        /** The position in URLs: {@code <topic id>.<partition>.<offset>}. */
        @Override
        public String toString() {
            return topicId + "." + partition + "." + offset;
        }
    }

    static KafkaRecord of(String topicId, ConsumerRecord<byte[], byte[]> kafka) {
        var place = new Place(topicId, kafka.partition(), kafka.offset());
        return new KafkaRecord(place, kafka.key(), kafka.headers(), kafka.value());
    }

    /** The span that published this record. Empty if it was not traced. */
    Optional<TraceParent> cause() {
        return Optional.ofNullable(headers.lastHeader(TraceParent.HEADER))
                .map(Header::value)
                .flatMap(value -> TraceParent.parse(new String(value, StandardCharsets.US_ASCII)));
    }
}

package org.depositary.gateway.feeder;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** A record as it came from Kafka, or as it was parked. Key and value may be null, as in Kafka. */
record KafkaRecord(Place place, byte[] key, Headers headers, byte[] value) {

    /** Where it stands: the topic by its id, because one made anew under the same name is another one. */
    record Place(String topicId, int partition, long offset) {

        /** As an address has it. */
        @Override
        public String toString() {
            return topicId + "." + partition + "." + offset;
        }
    }

    static KafkaRecord of(String topicId, ConsumerRecord<byte[], byte[]> kafka) {
        var place = new Place(topicId, kafka.partition(), kafka.offset());
        return new KafkaRecord(place, kafka.key(), kafka.headers(), kafka.value());
    }
}

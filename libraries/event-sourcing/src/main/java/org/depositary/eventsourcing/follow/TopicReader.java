package org.depositary.eventsourcing.follow;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What is done with the records of topics. All of it happens on the follower's one thread, which owns the consumer. */
public interface TopicReader {

    /**
     * Partitions were assigned: the consumer is set to where to go on, unless Kafka keeps that.
     *
     * @throws Exception when it cannot be told now; the follower begins again
     */
    default void assigned(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) throws Exception {}

    /**
     * Takes records in, in their order.
     *
     * @throws Exception when they are not in; the same records come again
     */
    void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) throws Exception;

    /**
     * Looks after what else there is, every few seconds.
     *
     * @throws Exception when that fails; it is told and forgotten
     */
    default void look(Consumer<byte[], byte[]> consumer) throws Exception {}
}

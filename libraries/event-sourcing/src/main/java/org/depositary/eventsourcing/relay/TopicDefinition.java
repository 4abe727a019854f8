package org.depositary.eventsourcing.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The name and settings of a topic that a service creates. Every topic has 12 partitions, so that consumers can share
 * the work while the events of one stream stay in order.
 */
public record TopicDefinition(String name, Map<String, String> configuration) {

    /** The number of partitions. It must never change, because the partition of a stream is computed from it. */
    public static final int PARTITIONS = 12;

    /**
     * Records get the broker's time. With the sender's time, Kafka would refuse records of a service whose clock is
     * more than an hour ahead. The event itself contains the time at which it was recorded.
     */
    private static final Map<String, String> TIME = Map.of("message.timestamp.type", "LogAppendTime");

    /** A topic of events, which are kept for ever and never compacted. */
    public static TopicDefinition ofEvents(String name) {
        return new TopicDefinition(name, with(Map.of("cleanup.policy", "delete", "retention.ms", "-1")));
    }

    /**
     * A compacted topic, which keeps the last value of every key. A replaced value is erased about a day after the next record
     * of its partition. A tombstone stays for 30 days, so a reader that was down for less than that does not miss it.
     */
    public static TopicDefinition ofStates(String name) {
        return new TopicDefinition(
                name,
                with(Map.of(
                        "cleanup.policy", "compact",
                        "max.compaction.lag.ms", "86400000",
                        "delete.retention.ms", "2592000000")));
    }

    private static Map<String, String> with(Map<String, String> configuration) {
        var all = new HashMap<>(TIME);
        all.putAll(configuration);
        return Map.copyOf(all);
    }

    /** Creates the topic if it is missing. Does not change the settings of an existing topic. */
    public void ensure(Map<String, Object> kafka) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(kafka)) {
            var topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(configuration);
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }
}

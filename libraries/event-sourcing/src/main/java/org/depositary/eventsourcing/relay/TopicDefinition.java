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
 * A topic as a service wants it: 12 partitions, so that one stream's events stay in order and consumers can
 * share the work, and the given cleanup policy.
 */
public record TopicDefinition(String name, Map<String, String> configuration) {

    /** The number of partitions; it must never change, because a stream's partition follows from it. */
    public static final int PARTITIONS = 12;

    /**
     * Records get the broker's time. By the sender's, Kafka would refuse those of a service whose clock is more than an
     * hour ahead; when something was recorded, the event itself says.
     */
    private static final Map<String, String> TIME = Map.of("message.timestamp.type", "LogAppendTime");

    /** A topic of events, kept for ever and never compacted. */
    public static TopicDefinition ofEvents(String name) {
        return new TopicDefinition(name, with(Map.of("cleanup.policy", "delete", "retention.ms", "-1")));
    }

    /** A topic of states: the last value of every key is kept. */
    public static TopicDefinition ofStates(String name) {
        return new TopicDefinition(name, with(Map.of("cleanup.policy", "compact")));
    }

    private static Map<String, String> with(Map<String, String> configuration) {
        var all = new HashMap<>(TIME);
        all.putAll(configuration);
        return Map.copyOf(all);
    }

    /** Creates the topic where it is missing; an operator's own settings of an existing one stay. */
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

package org.depositary.eventsourcing.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks up the ids of topics by name. A topic that is deleted and created again gets another id, and is read from its
 * start.
 */
public final class TopicIdLookup implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final List<String> names;
    private final Map<String, Object> kafka;
    private volatile Map<String, String> ids = Map.of();
    private Admin admin;

    TopicIdLookup(List<String> names, Map<String, Object> kafka) {
        this.names = names;
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /**
     * The ids by topic name, as last read. Keeps the id of a deleted topic, because some of its records may still be
     * in memory.
     */
    Map<String, String> known() {
        return ids;
    }

    /** The ids of these partitions. Asks Kafka for topics that are not in {@code known}. */
    static Map<TopicPartition, PartitionId> identify(Collection<TopicPartition> partitions, Map<String, String> known) {
        var identified = new HashMap<TopicPartition, PartitionId>();
        for (var partition : partitions) {
            var id = known.get(partition.topic());
            if (id != null) {
                identified.put(partition, new PartitionId(id, partition.partition()));
            }
        }
        return identified;
    }

    /** The partition with this id. Empty if its topic is unknown, or was deleted and created again. */
    public Optional<TopicPartition> named(PartitionId partition) {
        return name(partition.topicId()).map(name -> new TopicPartition(name, partition.number()));
    }

    /** The name of the topic with this id. Empty if the topic is unknown. */
    public Optional<String> name(String topicId) {
        return ids.entrySet().stream()
                .filter(topic -> topic.getValue().equals(topicId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether Kafka has a topic that was created after the last {@link #refresh}. */
    boolean hasNew() throws KafkaUnavailable, InterruptedException {
        return !ids.entrySet().containsAll(describe().entrySet());
    }

    void refresh() throws KafkaUnavailable, InterruptedException {
        var now = new HashMap<>(ids);
        now.putAll(describe());
        ids = now;
    }

    private synchronized Map<String, String> describe() throws KafkaUnavailable, InterruptedException {
        var found = new HashMap<String, String>();
        try {
            if (admin == null) {
                admin = Admin.create(kafka);
            }
            for (var topic : admin.describeTopics(names).topicNameValues().entrySet()) {
                addTo(found, topic.getKey(), topic.getValue());
            }
            return found;
        } catch (ExecutionException | RuntimeException failure) {
            throw new KafkaUnavailable("Cannot look up the topics: " + failure.getMessage(), failure);
        }
    }

    private static void addTo(Map<String, String> found, String name, KafkaFuture<TopicDescription> topic)
            throws ExecutionException, InterruptedException {
        try {
            found.put(name, topic.get().topicId().toString());
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw failure;
            }
        }
    }
}

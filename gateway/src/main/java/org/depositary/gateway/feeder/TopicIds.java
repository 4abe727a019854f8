package org.depositary.gateway.feeder;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
import org.depositary.gateway.feeder.FeederOffsets.Partition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ids of the topics: one made anew under its name has another id, and is read from its start. */
@ApplicationScoped
class TopicIds {

    private static final int PATIENCE_MILLIS = 10_000;

    private final List<String> names;
    private final Map<String, Object> kafka;
    private volatile Map<String, String> ids = Map.of();
    private Admin admin;

    TopicIds(
            @ConfigProperty(name = "depositary.feeder.topics") List<String> names,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.names = names;
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    List<String> names() {
        return names;
    }

    /** A partition by its topic's id. */
    Partition partition(TopicPartition partition) throws KafkaUnavailable, InterruptedException {
        var id = ids.get(partition.topic());
        if (id == null) {
            look();
            id = ids.get(partition.topic());
        }
        if (id == null) {
            throw new KafkaUnavailable("There is no topic " + partition.topic(), null);
        }
        return new Partition(id, partition.partition());
    }

    /** The name of a partition whose topic's id is known; none after the topic was made anew. */
    Optional<TopicPartition> named(Partition partition) {
        return name(partition.topicId()).map(name -> new TopicPartition(name, partition.number()));
    }

    /** The name of a topic whose id is known. */
    Optional<String> name(String topicId) {
        return ids.entrySet().stream()
                .filter(topic -> topic.getValue().equals(topicId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Asks Kafka for the ids again; whether any has changed. */
    boolean look() throws KafkaUnavailable, InterruptedException {
        var now = describe();
        boolean changed = !now.equals(ids);
        ids = now;
        return changed;
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
            throw new KafkaUnavailable("The topics cannot be looked up: " + failure.getMessage(), failure);
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

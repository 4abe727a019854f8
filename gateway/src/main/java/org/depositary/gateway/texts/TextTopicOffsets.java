package org.depositary.gateway.texts;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.depositary.gateway.database.GatewayDatabase;

/**
 * Stores the next offset of topic {@code documents.text} in the database, with the texts and under the topic's id. So a
 * restored database, or a topic that was created again, is read from the right offset.
 */
@ApplicationScoped
class TextTopicOffsets {

    private final GatewayDatabase database;
    private final Map<String, Object> kafka;
    private final Map<String, String> topicIds = new ConcurrentHashMap<>();

    TextTopicOffsets(GatewayDatabase database, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.kafka = new HashMap<>(kafka);
    }

    /** Sets the consumer to the stored offsets. */
    void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions)
            throws SQLException, ExecutionException, InterruptedException {
        for (var partition : partitions) {
            topicIds.put(partition.topic(), readTopicId(partition.topic()));
            long next = database.autoCommit(connection -> next(connection, partition));
            consumer.seek(partition, next);
        }
    }

    /** Must run in the transaction that stores the texts before that offset. */
    void store(Connection connection, String topic, int partition, long next) throws SQLException {
        var sql = """
                INSERT INTO feeder_offset AS f (topic_id, part, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic_id, part) DO UPDATE SET next_offset = excluded.next_offset
                """;
        try (var upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, topicIds.getOrDefault(topic, topic));
            upsert.setInt(2, partition);
            upsert.setLong(3, next);
            upsert.executeUpdate();
        }
    }

    private long next(Connection connection, TopicPartition partition) throws SQLException {
        var sql = "SELECT next_offset FROM feeder_offset WHERE topic_id = ? AND part = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, topicIds.get(partition.topic()));
            select.setInt(2, partition.partition());
            var row = select.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private String readTopicId(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .topicId()
                    .toString();
        }
    }
}

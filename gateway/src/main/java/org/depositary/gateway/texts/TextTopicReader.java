package org.depositary.gateway.texts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.depositary.eventsourcing.follow.TopicFollower;
import org.depositary.eventsourcing.follow.TopicReader;
import org.depositary.gateway.database.GatewayDatabase;
import org.jboss.logging.Logger;

/** Follows {@code documents.text}: chunk by chunk, again and again until it is stored; a tombstone erases. Idempotent. */
@ApplicationScoped
class TextTopicReader implements TopicReader {

    private static final Logger LOG = Logger.getLogger(TextTopicReader.class);
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{32})/(\\d{1,9})");
    private static final String TOPIC = "documents.text";
    private static final int AT_ONCE = 100;

    private final GatewayDatabase database;
    private final TextTables texts;
    private final TextTopicOffsets offsets;
    private final ObjectMapper mapper;
    private final TopicFollower follower;

    TextTopicReader(
            GatewayDatabase database,
            TextTables texts,
            TextTopicOffsets offsets,
            ObjectMapper mapper,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.texts = texts;
        this.offsets = offsets;
        this.mapper = mapper;
        this.follower = new TopicFollower("gateway-texts", List.of(TOPIC), AT_ONCE, kafka, this);
    }

    void onStart(@Observes StartupEvent event) {
        follower.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        follower.close();
    }

    @Override
    public void assigned(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) throws Exception {
        offsets.goTo(consumer, partitions);
    }

    @Override
    public void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) throws SQLException {
        for (ConsumerRecord<byte[], byte[]> each : records) {
            database.transaction(connection -> {
                storeOrPassOver(connection, each);
                offsets.move(connection, each.topic(), each.partition(), each.offset() + 1);
                return true;
            });
        }
    }

    /** What a stranger sent, and the database or this code cannot make sense of, holds up nothing that comes after it. */
    private void storeOrPassOver(Connection connection, ConsumerRecord<byte[], byte[]> message) throws SQLException {
        var before = connection.setSavepoint();
        try {
            store(connection, message);
        } catch (SQLException | RuntimeException failure) {
            if (failure instanceof SQLException sql && GatewayDatabase.isTransient(sql)) {
                throw sql;
            }
            connection.rollback(before);
            LOG.errorf("Not a part of a text: %s (%s)", key(message), failure);
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> message) {
        return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
    }

    private void store(Connection connection, ConsumerRecord<byte[], byte[]> message) throws SQLException {
        var key = KEY.matcher(key(message));
        if (!key.matches()) {
            LOG.warnf("Not a text's key: %s", key(message));
            return;
        }
        var chunk = read(message);
        if (chunk.isPresent()) {
            texts.replace(connection, chunk.get());
        } else {
            texts.erase(connection, key.group(1), Integer.parseInt(key.group(2)));
        }
    }

    /** A value that is no chunk is as good as none: the text is not known, and nothing else waits for it. */
    private Optional<PublishedTextChunk> read(ConsumerRecord<byte[], byte[]> message) {
        try {
            return message.value() == null
                    ? Optional.empty()
                    : Optional.of(mapper.readValue(message.value(), PublishedTextChunk.class));
        } catch (IOException e) {
            LOG.errorf("Not a part of a text: %s (%s)", key(message), e.getMessage());
            return Optional.empty();
        }
    }
}

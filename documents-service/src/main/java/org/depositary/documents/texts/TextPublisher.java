package org.depositary.documents.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.depositary.documents.archive.DocumentTextStore;
import org.depositary.documents.archive.DocumentTextStore.PendingPublication;
import org.depositary.eventsourcing.relay.AcknowledgedProducer;
import org.depositary.eventsourcing.relay.DirectDatabaseSettings;
import org.depositary.eventsourcing.relay.LeaderLoop;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.eventsourcing.store.CommandExecutor.Committed;
import org.jboss.logging.Logger;

/**
 * Publishes the latest text of each document as chunks in the compacted topic {@code documents.text}.
 *
 * <p>A document stays pending until Kafka has acknowledged every chunk. After a crash the same chunks are sent again.
 * Chunks of an earlier, longer text and of an erased text get tombstones.
 */
@ApplicationScoped
public class TextPublisher {

    private static final Logger LOG = Logger.getLogger(TextPublisher.class);
    static final TopicDefinition TOPIC = TopicDefinition.ofStates("documents.text");

    private final DocumentTextStore texts;
    private final ObjectMapper mapper;
    private final Map<String, Object> kafka;
    private final AcknowledgedProducer producer;
    private final LeaderLoop loop;
    private boolean topicExists;

    TextPublisher(
            DocumentTextStore texts,
            ObjectMapper mapper,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DirectDatabaseSettings database) {
        this.texts = texts;
        this.mapper = mapper;
        this.kafka = kafka;
        this.producer = new AcknowledgedProducer(kafka);
        this.loop = new LeaderLoop("relay-" + TOPIC.name(), database.settings(), this::publishNext);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
        producer.close();
    }

    void wake(@Observes Committed committed) {
        loop.wake();
    }

    private boolean publishNext(Connection connection) throws Exception {
        if (!topicExists) {
            TOPIC.ensure(kafka);
            topicExists = true;
        }
        var next = DocumentTextStore.nextToPublish(connection);
        if (next.isEmpty()) {
            return false;
        }
        if (!publish(connection, next.get())) {
            LOG.warnf(
                    "Kafka did not acknowledge the text of document %s; retrying",
                    next.get().document());
            topicExists = false;
            return false;
        }
        DocumentTextStore.endPublication(connection, next.get());
        return true;
    }

    private boolean publish(Connection connection, PendingPublication publication) throws Exception {
        var chunks = texts.latest(connection, publication.document())
                .map(text -> TextChunkSplitter.of(publication.document(), text))
                .orElse(List.of());
        DocumentTextStore.beginPublication(connection, publication, chunks.size());
        for (var chunk : chunks) {
            if (!sent(publication.document(), chunk.chunk(), json(chunk))) {
                return false;
            }
        }
        for (int surplus = chunks.size(); surplus < publication.chunks(); surplus++) {
            if (!sent(publication.document(), surplus, null)) {
                return false;
            }
        }
        return true;
    }

    /** Sends one chunk. A null value is a tombstone. */
    private boolean sent(String document, int chunk, byte[] value) throws InterruptedException {
        var partition = Math.floorMod(document.hashCode(), TopicDefinition.PARTITIONS);
        return producer.send(
                        List.of(new ProducerRecord<>(TOPIC.name(), partition, TextChunk.key(document, chunk), value)))
                == 1;
    }

    private byte[] json(TextChunk chunk) {
        try {
            return mapper.writeValueAsBytes(chunk);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

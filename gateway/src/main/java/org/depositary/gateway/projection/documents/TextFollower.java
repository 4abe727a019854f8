package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.depositary.gateway.projection.Database;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Follows {@code documents.text}: chunk by chunk, again and again until it is stored; a tombstone erases. Idempotent. */
@ApplicationScoped
class TextFollower {

    private static final Logger LOG = Logger.getLogger(TextFollower.class);
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{32})/(\\d{1,9})");
    private static final long PAUSE_MILLIS = 500;

    private final Database database;
    private final Texts texts;
    private final TextOffsets offsets;
    private final ObjectMapper mapper;
    private volatile boolean closed;

    TextFollower(Database database, Texts texts, TextOffsets offsets, ObjectMapper mapper) {
        this.database = database;
        this.texts = texts;
        this.offsets = offsets;
        this.mapper = mapper;
    }

    @PreDestroy
    void close() {
        closed = true;
    }

    @Incoming("document-texts")
    @Blocking
    void follow(ConsumerRecord<String, byte[]> message) throws InterruptedException {
        while (!isStored(message) && !closed) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isStored(ConsumerRecord<String, byte[]> message) {
        try {
            return database.transaction(connection -> {
                store(connection, message);
                offsets.move(connection, message.topic(), message.partition(), message.offset() + 1);
                return true;
            });
        } catch (SQLException failure) {
            if (!Database.isPassing(failure)) {
                return isPassedOver(message, failure);
            }
            LOG.warnf("The text %s cannot be stored now: %s", message.key(), failure.getMessage());
            return false;
        } catch (RuntimeException flaw) {
            return isPassedOver(message, flaw);
        }
    }

    /** What a stranger sent, and the database or this code cannot make sense of, holds up nothing that comes after it. */
    private boolean isPassedOver(ConsumerRecord<String, byte[]> message, Exception flaw) {
        LOG.errorf("Not a part of a text: %s (%s)", message.key(), flaw);
        try {
            return database.transaction(connection -> {
                offsets.move(connection, message.topic(), message.partition(), message.offset() + 1);
                return true;
            });
        } catch (SQLException failure) {
            LOG.warnf("The offset cannot be moved now: %s", failure.getMessage());
            return false;
        }
    }

    private void store(Connection connection, ConsumerRecord<String, byte[]> message) throws SQLException {
        var key = KEY.matcher(String.valueOf(message.key()));
        if (!key.matches()) {
            LOG.warnf("Not a text's key: %s", message.key());
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
    private Optional<TextChunk> read(ConsumerRecord<String, byte[]> message) {
        try {
            return message.value() == null
                    ? Optional.empty()
                    : Optional.of(mapper.readValue(message.value(), TextChunk.class));
        } catch (IOException e) {
            LOG.errorf("Not a part of a text: %s (%s)", message.key(), e.getMessage());
            return Optional.empty();
        }
    }
}

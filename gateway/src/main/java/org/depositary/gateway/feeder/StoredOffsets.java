package org.depositary.gateway.feeder;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.depositary.gateway.feeder.Offsets.Partition;
import org.jboss.logging.Logger;

/** Sets the consumer to where the log stands. */
@ApplicationScoped
@Identifier("events")
class StoredOffsets implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(StoredOffsets.class);

    private final Topics topics;
    private final ChangeLog changeLog;
    private volatile boolean assigned;

    StoredOffsets(Topics topics, ChangeLog changeLog) {
        this.topics = topics;
        this.changeLog = changeLog;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        seek(consumer, partitions);
        assigned = true;
    }

    /** Whether Kafka has assigned partitions, if only none, since the start. */
    boolean wereAssigned() {
        return assigned;
    }

    /** To be called on the consumer's own thread. */
    void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            var names = new HashMap<Partition, TopicPartition>();
            for (var partition : partitions) {
                names.put(topics.partition(partition), partition);
            }
            changeLog
                    .nextOffsets(names.keySet())
                    .forEach((partition, offset) -> consumer.seek(names.get(partition), offset));
        } catch (SQLException | KafkaUnavailable failure) {
            // The log itself refuses what does not follow and asks for the right place; this only saves the detour.
            LOG.warnf("The stored offsets cannot be read now: %s", failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

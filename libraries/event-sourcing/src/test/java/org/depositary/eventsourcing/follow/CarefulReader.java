package org.depositary.eventsourcing.follow;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A reader that cannot read its offsets at first, and later fails in several ways. */
@Singleton
@Identifier("careful")
@IfBuildProfile(TopicReaderTest.PROFILE)
class CarefulReader extends MemoryReader {

    /** A failure that happens while records are stored. */
    @FunctionalInterface
    interface Mishap {
        void strike() throws Exception;
    }

    final List<Mishap> mishaps = new CopyOnWriteArrayList<>(List.of(
            () -> {
                throw new SQLException("The database is away");
            },
            () -> {
                throw new IllegalArgumentException("The pool is in an odd state");
            },
            () -> {
                throw new StackOverflowError("Not even an exception");
            },
            () -> Thread.currentThread().interrupt()));
    private boolean refusesPartitions = true;

    CarefulReader(KafkaChannels channels) {
        super("careful", channels);
    }

    @Incoming("careful")
    @Override
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return super.onBatch(records);
    }

    @Override
    protected Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws Exception {
        if (refusesPartitions) {
            refusesPartitions = false;
            throw new IllegalStateException("The offsets cannot be read now");
        }
        return super.nextOffsets(partitions);
    }

    @Override
    protected void store(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions)
            throws Exception {
        if (!mishaps.isEmpty() && stored.size() >= 5) {
            mishaps.removeFirst().strike();
        }
        super.store(records, partitions);
    }
}

package org.depositary.eventsourcing.follow;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Stores records and offsets in memory. */
abstract class MemoryReader extends TopicReader {

    final List<String> stored = new CopyOnWriteArrayList<>();
    private final Map<PartitionId, Long> offsets = new ConcurrentHashMap<>();

    MemoryReader(String channel, KafkaChannels channels) {
        super(channel, channels);
    }

    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return read(records);
    }

    @Override
    protected Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws Exception {
        var next = new HashMap<>(offsets);
        next.keySet().retainAll(partitions);
        return next;
    }

    @Override
    protected void store(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions)
            throws Exception {
        for (ConsumerRecord<byte[], byte[]> each : records) {
            var partition = partitions.get(new TopicPartition(each.topic(), each.partition()));
            if (each.offset() >= offsets.getOrDefault(partition, 0L)) {
                offsets.put(partition, each.offset() + 1);
                stored.add(new String(each.value(), StandardCharsets.UTF_8));
            }
        }
    }
}

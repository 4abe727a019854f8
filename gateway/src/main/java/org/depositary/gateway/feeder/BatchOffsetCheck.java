package org.depositary.gateway.feeder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.depositary.eventsourcing.follow.PartitionId;
import org.depositary.gateway.feeder.FeederOffsets.Move;

/**
 * Compares the offsets of a batch with the stored offsets. Records before the stored offset are in the log already and
 * are left out. A partition that skips offsets is refused, and read again from the stored offset. So no record is lost
 * if a consumer is moved, the database is restored, or two replicas read at once.
 */
final class BatchOffsetCheck {

    /**
     * A partition that continued at another offset than the expected one.
     *
     * @param got offset of the first new record in the batch
     */
    record Jump(PartitionId partition, long expected, long got) {}

    private final List<ParsedRecord> fitting = new ArrayList<>();
    private final Map<PartitionId, Move> moves = new HashMap<>();
    private final Map<PartitionId, Long> repeats = new HashMap<>();
    private final List<Jump> jumps = new ArrayList<>();

    /**
     * @param next the expected offset of each partition
     * @param refused jumps that were refused before; the same jump again means that Kafka has no records in between,
     *     so it is accepted
     */
    BatchOffsetCheck(List<ParsedRecord> batch, Map<PartitionId, Long> next, Set<Jump> refused) {
        var byPartition = new LinkedHashMap<PartitionId, List<ParsedRecord>>();
        batch.forEach(each -> byPartition
                .computeIfAbsent(each.partition(), partition -> new ArrayList<>())
                .add(each));
        byPartition.forEach((partition, records) -> place(partition, records, next.get(partition), refused));
    }

    private void place(PartitionId partition, List<ParsedRecord> records, long expected, Set<Jump> refused) {
        var fresh = records.stream().filter(each -> each.offset() >= expected).toList();
        if (fresh.isEmpty()) {
            repeats.put(partition, expected);
            return;
        }
        var jump = new Jump(partition, expected, fresh.getFirst().offset());
        if (jump.got() > expected && !refused.contains(jump)) {
            jumps.add(jump);
            return;
        }
        fitting.addAll(fresh);
        moves.put(partition, new Move(expected, fresh.getLast().offset() + 1));
    }

    /** The records that must be stored. */
    List<ParsedRecord> fitting() {
        return fitting;
    }

    Map<PartitionId, Move> moves() {
        return moves;
    }

    /** The partitions whose records were all stored before, each with the offset that is expected next. */
    Map<PartitionId, Long> repeats() {
        return repeats;
    }

    /** The refused jumps. Their partitions must be read again from the expected offset. */
    List<Jump> jumps() {
        return jumps;
    }
}

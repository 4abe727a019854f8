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
 * Fits a batch to the stored offsets. What lies before them is in the log already. What leaves out some is refused, and
 * asked for again from where the log stands: so a consumer that was moved, a database that was set back, or two replicas
 * at once can lose nothing.
 */
final class BatchOffsetCheck {

    /** A partition that went on at another offset than expected. */
    record Jump(PartitionId partition, long expected, long got) {}

    private final List<ParsedRecord> fitting = new ArrayList<>();
    private final Map<PartitionId, Move> moves = new HashMap<>();
    private final Map<PartitionId, Long> repeats = new HashMap<>();
    private final List<Jump> jumps = new ArrayList<>();

    /**
     * @param next by partition, the offset that the log expects
     * @param refused jumps refused before: that they came again means that Kafka has nothing in between
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

    /** What is to be taken in. */
    List<ParsedRecord> fitting() {
        return fitting;
    }

    Map<PartitionId, Move> moves() {
        return moves;
    }

    /** Partitions of which all came before, with the offset that is expected. */
    Map<PartitionId, Long> repeats() {
        return repeats;
    }

    /** What is refused. */
    List<Jump> jumps() {
        return jumps;
    }
}

package org.depositary.gateway.log;

/**
 * The Kafka partitions whose number, divided by {@code of}, leaves {@code remainder}. A stream stays on its partition.
 *
 * @param of number of shares; 1 means all partitions
 */
public record PartitionShare(int remainder, int of) {

    public static final PartitionShare ALL = new PartitionShare(0, 1);
}

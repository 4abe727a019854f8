package org.depositary.gateway.log;

/**
 * A share of the Kafka partitions: those whose number modulo {@code of} is {@code remainder}. A stream always stays on
 * its partition.
 *
 * @param of number of shares; 1 means all partitions
 */
public record PartitionShare(int remainder, int of) {

    public static final PartitionShare ALL = new PartitionShare(0, 1);
}

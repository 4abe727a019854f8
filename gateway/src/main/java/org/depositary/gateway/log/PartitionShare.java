package org.depositary.gateway.log;

/**
 * A part of all streams: those on partitions with this remainder. A stream stays on its partition.
 *
 * @param of the number of parts
 */
public record PartitionShare(int remainder, int of) {

    public static final PartitionShare ALL = new PartitionShare(0, 1);
}

package org.depositary.eventsourcing.follow;

/**
 * A partition, identified by the topic's id and not its name, because a topic that is deleted and created again gets
 * another id.
 */
public record PartitionId(String topicId, int number) {}

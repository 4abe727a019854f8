package org.depositary.eventsourcing.follow;

/** A partition of the topic with that id. A topic that was deleted and created again has another id. */
public record PartitionId(String topicId, int number) {}

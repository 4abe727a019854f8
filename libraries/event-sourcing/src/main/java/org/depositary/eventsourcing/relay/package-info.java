/**
 * Publishes events from the outbox to Kafka. One leader per service publishes every event, in the order of its stream.
 *
 * <p>The outbox is a set. A row leaves it only after the broker has acknowledged its event, so a crash at
 * any point leads to a repeat with the same id and version, never to a loss.
 */
package org.depositary.eventsourcing.relay;

/**
 * Publishes events from the outbox to Kafka. One leader per service publishes every event, in the order of its stream.
 *
 * <p>The outbox is a set. A row leaves the outbox only after the broker has acknowledged its event. A crash can therefore repeat an event, with the same id and version, but never lose it.
 */
package org.depositary.eventsourcing.relay;

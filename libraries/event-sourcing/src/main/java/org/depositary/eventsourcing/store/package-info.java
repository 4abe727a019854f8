/**
 * The write side: streams, commands and idempotency on PostgreSQL.
 *
 * <p>The head of a stream orders its events, the outbox lists the events to publish, and the version identifies repeats.
 */
package org.depositary.eventsourcing.store;

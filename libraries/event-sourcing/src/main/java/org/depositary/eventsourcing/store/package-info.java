/**
 * The write side: streams, commands and idempotency on PostgreSQL.
 *
 * <p>The version in table {@code stream} orders the events of a stream and identifies repeats. The outbox lists the
 * events that are not yet published.
 */
package org.depositary.eventsourcing.store;

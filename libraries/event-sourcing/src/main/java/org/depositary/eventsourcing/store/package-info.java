/**
 * The write side: streams, commands and idempotency on PostgreSQL.
 *
 * <p>One rule each: the stream head orders, the outbox publishes, the version dedupes.
 */
package org.depositary.eventsourcing.store;

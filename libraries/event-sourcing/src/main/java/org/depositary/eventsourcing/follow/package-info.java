/** Following topics: how every reader of Kafka goes on, whatever happens. */
package org.depositary.eventsourcing.follow;

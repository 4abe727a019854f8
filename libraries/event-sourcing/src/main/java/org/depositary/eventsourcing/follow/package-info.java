/** Reads Kafka topics into a database, through channels of Quarkus Messaging. */
package org.depositary.eventsourcing.follow;

/** Reading topics of Kafka through channels of Quarkus Messaging into a database. */
package org.depositary.eventsourcing.follow;

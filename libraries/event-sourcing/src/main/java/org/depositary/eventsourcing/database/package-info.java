/** Connections to PostgreSQL: the password in a mounted file, and probes that notice a lost database. */
package org.depositary.eventsourcing.database;

/** Connections to PostgreSQL: the password in a mounted file. */
package org.depositary.eventsourcing.database;

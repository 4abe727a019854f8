/** Deletes old rows in the background, after their retention. */
package org.depositary.eventsourcing.retention;

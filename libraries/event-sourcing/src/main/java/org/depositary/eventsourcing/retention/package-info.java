/** Deletes rows that nobody needs any more, in the background. */
package org.depositary.eventsourcing.retention;

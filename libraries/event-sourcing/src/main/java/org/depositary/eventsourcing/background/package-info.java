/** Runs repeated work in the background, and continues after every failure. */
package org.depositary.eventsourcing.background;

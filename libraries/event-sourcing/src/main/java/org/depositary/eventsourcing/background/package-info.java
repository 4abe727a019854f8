/** Work that repeats in the background and goes on after every failure. */
package org.depositary.eventsourcing.background;

/** Deciders and problems. Plain Java: imports {@code java.*} only. */
package org.depositary.eventsourcing;

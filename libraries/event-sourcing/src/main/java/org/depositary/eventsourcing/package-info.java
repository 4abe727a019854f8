/** How an aggregate decides and evolves, and how a refusal is told. Plain Java: imports {@code java.*} only. */
package org.depositary.eventsourcing;

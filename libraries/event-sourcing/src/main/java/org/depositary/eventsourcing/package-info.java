/** Deciders and problems in plain Java. This package may import {@code java.*} only. */
package org.depositary.eventsourcing;

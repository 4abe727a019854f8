/** Carries the trace of a command with its events, so that relay, projectors and streams continue it. */
package org.depositary.eventsourcing.telemetry;

/**
 * What every fact has and can suffer, whatever it states.
 *
 * <p>A fact is recorded with its sources; later it may be corrected, retracted, or given another source
 * that agrees. Nothing is ever edited or deleted: each of these is an event. Plain Java: imports
 * {@code java.*}, the vocabulary and the plain part of event-sourcing only.
 */
package org.depositary.facts;

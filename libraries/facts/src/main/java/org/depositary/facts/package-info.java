/**
 * The common parts of all kinds of facts: sources, corrections, retraction and claims.
 *
 * <p>A fact is recorded with its sources. Later events correct it, retract it, or add sources and claims. Nothing is
 * edited or deleted. This package is plain Java: it imports {@code java.*}, the vocabulary and the plain part of
 * event-sourcing only.
 */
package org.depositary.facts;

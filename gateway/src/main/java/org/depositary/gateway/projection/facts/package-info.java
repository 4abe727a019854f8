/** Computes facts from events, and writes all versions of the read models that follow from the facts of a stream. */
package org.depositary.gateway.projection.facts;

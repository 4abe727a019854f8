/**
 * Reads: from a request to rows to JSON. Every answer is of one moment of the read models ({@link Snapshot}) and says of
 * which.
 */
package org.depositary.gateway.query;

/** Reads changes of the log backwards, by filter, and the facts as they were after a change. Feeds ask it. */
package org.depositary.gateway.read.changes;

/** Projects the keys by which filters find changes in the log. */
package org.depositary.gateway.projection.changes;

/** Refuses GraphQL documents that are too large, too deep or too costly, before they run. */
package org.depositary.gateway.graph.limits;

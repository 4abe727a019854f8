/** Read model of clues: properties of facts that are findings, or become findings when a read compares them. */
package org.depositary.gateway.projection.findings;

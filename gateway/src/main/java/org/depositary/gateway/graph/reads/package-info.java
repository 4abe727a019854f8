/** Reads for one GraphQL request: all at one position in the change log, and nested lists of several parents together. */
package org.depositary.gateway.graph.reads;

/** Serves {@code /graphql}: parses requests of GraphQL over HTTP, executes them, and converts problems to errors. */
package org.depositary.gateway.graph;

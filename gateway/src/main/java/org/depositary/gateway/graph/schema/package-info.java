/** Builds the GraphQL schema: types from the Java types of the JSON, and the fields that read from the read kernel. */
package org.depositary.gateway.graph.schema;

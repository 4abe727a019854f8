/**
 * Serves GraphQL over WebSockets (graphql-transport-ws), and the subscription {@code changes}, whose messages wait for
 * their client.
 */
package org.depositary.gateway.graph.subscriptions;

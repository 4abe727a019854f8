/** Stores subscriptions of webhooks and their deliveries, in the database of clients. */
package org.depositary.gateway.hooks.store;

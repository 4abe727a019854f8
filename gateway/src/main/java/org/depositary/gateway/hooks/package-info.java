/** Serves webhooks: clients subscribe to changes, and the gateway sends each change to the client's URL. */
package org.depositary.gateway.hooks;

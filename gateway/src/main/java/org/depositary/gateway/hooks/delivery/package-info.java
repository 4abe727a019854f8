/** Sends changes to the receivers of webhooks, and decides when a failed delivery is tried again. */
package org.depositary.gateway.hooks.delivery;

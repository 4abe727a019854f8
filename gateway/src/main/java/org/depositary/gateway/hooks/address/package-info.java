/** Decides to which addresses webhooks may be sent. */
package org.depositary.gateway.hooks.address;

/** Serves the change log to clients: in pages, and as a live stream of server-sent events. */
package org.depositary.gateway.live;

/** Writes the bodies of responses: streamed, compressed, and with a limit of time for a client that reads nothing. */
package org.depositary.gateway.web.output;

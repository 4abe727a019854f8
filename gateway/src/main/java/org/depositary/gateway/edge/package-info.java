/**
 * Handlers that run before all routes: the client's address, request limits, CORS, size limits, the date, and
 * security headers.
 */
package org.depositary.gateway.edge;

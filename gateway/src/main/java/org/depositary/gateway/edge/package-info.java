/**
 * What every request passes first and every response gets: the client's address, request limits, CORS, sizes, and
 * security headers.
 */
package org.depositary.gateway.edge;

/**
 * Forwards requests to the services, and serves one OpenAPI document for all of them. A request that the document does
 * not describe is not forwarded.
 */
package org.depositary.gateway.route;

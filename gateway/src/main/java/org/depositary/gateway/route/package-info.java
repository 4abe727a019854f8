/**
 * One origin for everything: its one OpenAPI document, and the way from it to the service that owns an operation. What
 * is not in the document is not passed on.
 */
package org.depositary.gateway.route;

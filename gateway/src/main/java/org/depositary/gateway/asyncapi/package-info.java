/** Serves the AsyncAPI document, which describes how events reach subscribers. */
package org.depositary.gateway.asyncapi;

/** Completes the OpenAPI document of the whole origin at build time, by rules that hold for every route. */
package org.depositary.gateway.openapi;

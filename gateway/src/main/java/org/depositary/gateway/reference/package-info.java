/** Shows the OpenAPI document and the quick start as pages for people. */
package org.depositary.gateway.reference;

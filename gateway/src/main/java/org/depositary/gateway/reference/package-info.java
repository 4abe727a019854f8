/** Shows the OpenAPI document and the guides as pages for people. */
package org.depositary.gateway.reference;

/** What is stated about the institutions of organisations, as lists need it. */
package org.depositary.gateway.projection.institutions;

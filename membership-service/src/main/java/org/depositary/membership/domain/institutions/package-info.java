/** What is stated about the institutions of an organisation: one record a kind of fact. */
package org.depositary.membership.domain.institutions;

/** Facts about the institutions of an organisation: one record per kind of fact. */
package org.depositary.membership.domain.institutions;

/** Reads memberships year by year, for analysts. */
package org.depositary.gateway.read.memberships.years;

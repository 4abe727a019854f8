/** What could not be taken in or projected: seen, looked at, tried again, dismissed. */
package org.depositary.gateway.parked;

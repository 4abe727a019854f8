/** Read model of instruments: registrations, and how parties stand towards them. */
package org.depositary.gateway.projection.instruments;

/** Lets administrators list, replay and dismiss parked records and streams; shows their number to operators. */
package org.depositary.gateway.parked;

/** Reads instruments, the acts about them, and who is bound by them on a day. */
package org.depositary.gateway.read.instruments;

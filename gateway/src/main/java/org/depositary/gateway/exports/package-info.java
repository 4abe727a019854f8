/** Exports everything of one kind as known at an instant: complete, in constant memory, in an order that does not depend on the log. */
package org.depositary.gateway.exports;

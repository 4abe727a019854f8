/** Finds the place of each cited quote in the current text of its document. */
package org.depositary.gateway.citations;

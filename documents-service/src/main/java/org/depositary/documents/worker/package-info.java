/** Reads what was received, one document after the other, and records what that gave. */
package org.depositary.documents.worker;

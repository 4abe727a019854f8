/** Extracts the text of received documents, one after the other, and records the results. */
package org.depositary.documents.worker;

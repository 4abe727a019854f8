/** Extracts the text of received documents, several at a time, and records the results. */
package org.depositary.documents.worker;

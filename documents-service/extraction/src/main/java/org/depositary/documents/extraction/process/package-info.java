/** The worker process that extracts documents, and the messages between it and its parent. */
package org.depositary.documents.extraction.process;

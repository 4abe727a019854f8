/** The metadata that a document states of itself: each value with the place where it was read. */
package org.depositary.documents.extraction.metadata;

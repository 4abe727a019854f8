/** Reads what the text of a document says of itself: the formulas with its date and its place, and its signatories. */
package org.depositary.documents.extraction.formula;

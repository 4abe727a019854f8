/**
 * Finds the edits that repair an extracted text. An edit needs evidence: the repaired word is in a word list, or the
 * document uses it elsewhere.
 */
package org.depositary.documents.extraction.repair;

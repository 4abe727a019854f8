/** Finds quotes in the passages of a text. */
package org.depositary.vocabulary.quotes;

/** Splits texts and search questions into the same words, and finds where a question's words are in a text. */
package org.depositary.gateway.search;

/** The words every part of Depositary shares: partial dates, parties, sources, names and timelines. */
package org.depositary.vocabulary;

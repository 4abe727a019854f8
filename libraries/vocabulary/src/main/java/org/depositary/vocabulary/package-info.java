/** The types that all parts of Depositary share: partial dates, parties, sources, names and timelines. */
package org.depositary.vocabulary;

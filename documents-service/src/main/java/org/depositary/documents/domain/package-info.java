/** The aggregate of a document: commands, events, state and decider. */
package org.depositary.documents.domain;

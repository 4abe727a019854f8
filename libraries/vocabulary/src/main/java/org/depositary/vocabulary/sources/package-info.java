/** The source of a fact: a passage of a document, or an outside reference. */
package org.depositary.vocabulary.sources;

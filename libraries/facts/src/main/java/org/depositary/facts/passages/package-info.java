/** A local copy of the passages of documents, and the check of quotes against it. */
package org.depositary.facts.passages;

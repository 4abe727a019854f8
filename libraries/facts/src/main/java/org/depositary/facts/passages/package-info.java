/** The passages of documents, kept locally, and the check of quotes against them. */
package org.depositary.facts.passages;

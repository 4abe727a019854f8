/** Writes how to cite a record of the register: BibTeX, CSL-JSON and plain text, pinned at an instant. */
package org.depositary.gateway.cite;

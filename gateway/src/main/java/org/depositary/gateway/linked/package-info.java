/** Writes answers of reads as linked data: JSON-LD with the terms of schema.org, PROV-O and others. */
package org.depositary.gateway.linked;

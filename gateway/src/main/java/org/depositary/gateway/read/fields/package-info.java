/** Derives the fields and CSV columns of list items from their Java types, and selects fields of JSON. */
package org.depositary.gateway.read.fields;

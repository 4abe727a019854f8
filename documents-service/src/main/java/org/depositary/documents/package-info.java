/** The documents-service: receives documents, reads their text, and gives every passage an address. */
package org.depositary.documents;

/** The documents-service receives documents, extracts their text and gives every passage an address. */
package org.depositary.documents;

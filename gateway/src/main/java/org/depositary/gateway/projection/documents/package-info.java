/** Read model of documents: metadata, status, rights. Their text is in package texts. */
package org.depositary.gateway.projection.documents;

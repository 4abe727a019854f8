/** Read model of documents: metadata, status, rights. Their texts are in package {@code texts}. */
package org.depositary.gateway.projection.documents;

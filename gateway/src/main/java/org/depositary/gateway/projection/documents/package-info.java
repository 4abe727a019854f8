/** What is known of each document: metadata, status, rights. Its text is elsewhere. */
package org.depositary.gateway.projection.documents;

/** Chooses between JSON, JSON-LD, pages and citations, by {@code format} or {@code Accept}. */
package org.depositary.gateway.web.representation;

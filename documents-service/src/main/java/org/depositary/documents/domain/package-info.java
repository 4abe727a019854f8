/** Documents as aggregates: what can be asked of them, what happened to them, what follows. */
package org.depositary.documents.domain;

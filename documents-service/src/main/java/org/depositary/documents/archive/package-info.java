/** The state of this service beside its events: bytes, extracted texts, rights and extraction jobs. */
package org.depositary.documents.archive;

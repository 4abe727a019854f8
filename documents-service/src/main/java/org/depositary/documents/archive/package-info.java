/** The state of this service in addition to its events: bytes, extracted texts, rights and extraction jobs. */
package org.depositary.documents.archive;

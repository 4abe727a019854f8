/** What this service keeps beside its events: the bytes, the texts read from them, and who may have them. */
package org.depositary.documents.archive;

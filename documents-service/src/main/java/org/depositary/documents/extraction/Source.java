package org.depositary.documents.extraction;

/** What an extractor works on, and how far it may go. The bytes are not to be changed. */
record Source(byte[] bytes, DeclaredType declared, Limits limits, Deadline deadline) {}

package org.depositary.gateway.read.changes;

/** Identifies a fact or a document: its kind, for example {@code membership-change}, and its id. */
public record FactKey(String kind, String id) {}

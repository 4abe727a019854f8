package org.depositary.verify;

/** One event as somebody outside sees it: its place in its stream, its own id, and the fact it is about. */
record ObservedEvent(String stream, long sequence, String event, String fact) {}

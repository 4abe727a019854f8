package org.depositary.verify;

/** An event as an observer sees it: its stream, its place there, its id and its fact. */
record ObservedEvent(String stream, long sequence, String event, String fact) {}

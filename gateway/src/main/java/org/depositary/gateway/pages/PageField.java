package org.depositary.gateway.pages;

import java.util.List;

/** A field of a record: its label, and its value in lines. */
record PageField(String label, List<List<PageText>> lines) {}

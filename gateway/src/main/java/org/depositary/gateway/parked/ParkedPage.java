package org.depositary.gateway.parked;

import java.util.List;
import java.util.Optional;

/**
 * A page of parked items, the longest parked first.
 *
 * @param next token of the next page; absent on the last page
 */
record ParkedPage(List<ParkedItem> items, Optional<String> next) {}

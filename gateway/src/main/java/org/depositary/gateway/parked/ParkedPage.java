package org.depositary.gateway.parked;

import java.util.List;
import java.util.Optional;

/**
 * A page of what is parked, the longest parked first.
 *
 * @param next page token of the next one; absent on the last
 */
record ParkedPage(List<ParkedItem> items, Optional<String> next) {}

package org.depositary.gateway.query;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next page token of the next one; absent on the last
 */
record Page<T>(List<T> items, Optional<String> next) {}

package org.depositary.gateway.web;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next page token of the next one; absent on the last
 */
public record ListPage<T>(List<T> items, Optional<String> next) {}

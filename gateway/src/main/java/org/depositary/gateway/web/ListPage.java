package org.depositary.gateway.web;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next token of the next page; absent on the last page
 */
public record ListPage<T>(List<T> items, Optional<String> next) {}

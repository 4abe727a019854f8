package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A document in a list.
 *
 * @param hits with {@code q}: the passages that answer best, where the reader may see them
 */
record DocumentFound(@JsonUnwrapped Document document, List<Hit> hits) {}

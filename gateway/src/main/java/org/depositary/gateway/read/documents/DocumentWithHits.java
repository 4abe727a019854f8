package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A document in a list.
 *
 * @param hits with {@code q}: the passages that answer best, where the reader may see them
 */
public record DocumentWithHits(@JsonUnwrapped DocumentItem document, List<SearchHit> hits) {}

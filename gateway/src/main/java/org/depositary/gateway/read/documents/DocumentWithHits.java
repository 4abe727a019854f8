package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A document in a list.
 *
 * @param hits with search words: the best matching passages that the reader may see
 */
public record DocumentWithHits(@JsonUnwrapped DocumentItem document, List<SearchHit> hits) {}

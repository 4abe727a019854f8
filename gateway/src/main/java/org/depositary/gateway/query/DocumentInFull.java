package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A document with every event of it.
 *
 * @param sameTextAs ids of the others with exactly this text
 */
record DocumentInFull(@JsonUnwrapped Document document, List<String> sameTextAs, List<Recording> recordings) {}

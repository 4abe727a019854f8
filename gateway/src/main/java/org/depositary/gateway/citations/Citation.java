package org.depositary.gateway.citations;

import java.util.Optional;

/**
 * A passage, or a quote in it, that a fact cites.
 *
 * @param anchor the anchor as recorded
 * @param quoteHash identifies the quote; empty without a quote
 * @param last the place in an earlier text, if it is known
 */
record Citation(String document, String anchor, String quoteHash, Optional<String> quote, Optional<QuotePlace> last) {}

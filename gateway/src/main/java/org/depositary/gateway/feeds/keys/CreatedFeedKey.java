package org.depositary.gateway.feeds.keys;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A new key with its secret, which no later response contains.
 *
 * @param key the value of the parameter {@code key} of a feed
 * @param feed the address of the Atom feed of all changes with this key; add filters to it
 */
public record CreatedFeedKey(@JsonUnwrapped FeedKey item, String key, String feed) {}

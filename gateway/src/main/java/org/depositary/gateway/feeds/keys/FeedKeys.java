package org.depositary.gateway.feeds.keys;

import java.util.List;

/** All keys of the caller, the oldest first. */
public record FeedKeys(List<FeedKey> items) {}

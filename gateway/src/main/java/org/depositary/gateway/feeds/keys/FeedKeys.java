package org.depositary.gateway.feeds.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** A page of keys, the newest first. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FeedKeys(List<FeedKey> items, Optional<String> next) {}

package org.depositary.gateway.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** A page of webhooks, the newest first. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WebhooksPage(List<WebhookDescription> items, Optional<String> next) {}

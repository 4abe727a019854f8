package org.depositary.gateway.hooks.delivery;

import java.util.List;

/**
 * What is sent to a receiver.
 *
 * @param message the value of {@code webhook-id}
 * @param body a CloudEvent in JSON
 * @param secrets the secrets that sign, the newest first
 * @param attempt the number of earlier attempts; it selects one of several addresses
 */
record WebhookRequest(String url, String message, String body, List<String> secrets, int attempt) {}

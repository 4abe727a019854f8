package org.depositary.gateway.hooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * From where changes are sent again.
 *
 * @param since a cursor or an instant
 */
@Schema(name = "Replay")
public record ReplayRequestBody(@Schema(required = true) String since) {}

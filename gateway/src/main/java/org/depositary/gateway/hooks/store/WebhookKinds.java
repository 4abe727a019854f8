package org.depositary.gateway.hooks.store;

import java.util.List;

/** The kinds of changes. Each comes from one service. */
final class WebhookKinds {

    static final List<String> ALL = List.of("membership", "document", "exercise");

    private WebhookKinds() {}
}

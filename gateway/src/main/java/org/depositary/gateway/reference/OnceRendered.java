package org.depositary.gateway.reference;

import java.util.function.Supplier;

/** Renders a page at the first call, and returns the same page at all later ones. */
final class OnceRendered implements Supplier<String> {

    private final Supplier<String> renderer;
    private volatile String page;

    OnceRendered(Supplier<String> renderer) {
        this.renderer = renderer;
    }

    /** Two first calls at the same time may both render. Their pages are equal. */
    @Override
    public String get() {
        if (page == null) {
            page = renderer.get();
        }
        return page;
    }
}

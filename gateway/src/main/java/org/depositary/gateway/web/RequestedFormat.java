package org.depositary.gateway.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The format of complete lists that the URL of this request selects. Empty for pages in JSON. */
@RequestScoped
public class RequestedFormat {

    private ListFormat format;

    void set(ListFormat chosen) {
        format = chosen;
    }

    public Optional<ListFormat> get() {
        return Optional.ofNullable(format);
    }
}

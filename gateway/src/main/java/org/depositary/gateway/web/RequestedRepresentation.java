package org.depositary.gateway.web;

import jakarta.enterprise.context.RequestScoped;

/** The representation that this request wants of a record. */
@RequestScoped
public class RequestedRepresentation {

    private Representation.Chosen chosen = Representation.JSON.chosen();

    void set(Representation.Chosen wanted) {
        chosen = wanted;
    }

    public Representation.Chosen get() {
        return chosen;
    }
}

package org.depositary.gateway.web.representation;

import jakarta.enterprise.context.RequestScoped;

/** The representation in which this request is answered. */
@RequestScoped
public class RequestedRepresentation {

    private boolean choice;
    private Representation.Chosen chosen = Representation.JSON.chosen();

    void offerChoice() {
        choice = true;
    }

    void choose(Representation.Chosen wanted) {
        chosen = wanted;
    }

    /** Whether the URL has more than one representation. */
    public boolean isChoice() {
        return choice;
    }

    public boolean is(Representation representation) {
        return chosen.representation() == representation;
    }

    public Representation.Chosen get() {
        return chosen;
    }
}

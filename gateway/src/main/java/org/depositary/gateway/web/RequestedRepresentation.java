package org.depositary.gateway.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;

/** The representation in which this request is answered. */
@RequestScoped
public class RequestedRepresentation {

    private boolean choice;
    private Representation chosen = Representation.JSON;

    void choose(Representation representation) {
        chosen = representation;
    }

    void offerChoice() {
        choice = true;
    }

    /** Whether the URL has more than one representation. */
    boolean isChoice() {
        return choice;
    }

    public boolean isLinkedData() {
        return chosen == Representation.JSON_LD;
    }

    MediaType mediaType() {
        return chosen.mediaType();
    }
}

package org.depositary.gateway.linked;

import jakarta.enterprise.context.ApplicationScoped;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.feeds.text.UrlPart;
import org.depositary.vocabulary.parties.PartyLookup;

/** The ids of things in linked data: their public URLs, which answer. */
@ApplicationScoped
class ThingAddresses {

    private final PublicUrl publicUrl;

    ThingAddresses(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @param path the {@code url} of a thing in our JSON */
    String of(String path) {
        return publicUrl.link(path);
    }

    String organization(String id) {
        return of("/api/organizations/" + UrlPart.encoded(id));
    }

    String instrument(String id) {
        return of("/api/instruments/" + UrlPart.encoded(id));
    }

    String document(String id) {
        return of("/api/documents/" + UrlPart.encoded(id));
    }

    String passage(String document, String anchor) {
        return document(document) + "/passages/" + UrlPart.encoded(anchor);
    }

    /** The thing as it was known at an instant. */
    String version(String path, String recordedAt) {
        return of(path) + "?known-at=" + recordedAt;
    }

    /** A state or an organisation, by its canonical code. */
    LinkedNode party(String code) {
        return PartyLookup.isState(code)
                ? LinkedNode.of("schema:Country").id(of("/api/parties/" + code))
                : LinkedNode.of("schema:Organization").id(organization(code));
    }

    /** A person is known by a pseudonym only, which no URL answers. */
    LinkedNode actor(String pseudonym) {
        return LinkedNode.of("prov:Agent")
                .id(of("/#actor-" + UrlPart.encoded(pseudonym)))
                .text("schema:identifier", pseudonym);
    }
}

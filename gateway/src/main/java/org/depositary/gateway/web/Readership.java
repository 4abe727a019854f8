package org.depositary.gateway.web;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** What the reader may see: texts that are not public need the contributor role. */
@RequestScoped
public class Readership {

    private final SecurityIdentity reader;

    Readership(SecurityIdentity reader) {
        this.reader = reader;
    }

    public boolean mayReadAll() {
        return reader.hasRole("contributor");
    }

    public void require(String rights) {
        if (rights.equals("public") || mayReadAll()) {
            return;
        }
        throw reader.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
    }
}

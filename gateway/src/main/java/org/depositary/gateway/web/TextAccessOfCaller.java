package org.depositary.gateway.web;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.depositary.gateway.read.documents.TextAccess;

/** Checks which texts the caller may see: texts that are not public need the contributor role. */
@RequestScoped
public class TextAccessOfCaller implements TextAccess {

    private final SecurityIdentity reader;

    TextAccessOfCaller(SecurityIdentity reader) {
        this.reader = reader;
    }

    /** The access of a caller, for code that runs outside the scope of a JAX-RS request. */
    public static TextAccess of(SecurityIdentity reader) {
        return new TextAccessOfCaller(reader);
    }

    @Override
    public boolean mayReadAll() {
        return reader.hasRole("contributor");
    }

    @Override
    public void require(String rights) {
        if (mayRead(rights)) {
            return;
        }
        throw reader.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
    }
}

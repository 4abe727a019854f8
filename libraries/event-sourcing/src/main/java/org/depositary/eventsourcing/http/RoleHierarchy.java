package org.depositary.eventsourcing.http;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Adds the lower roles to each caller. The order is reader, contributor (documents), curator (facts), admin. */
@ApplicationScoped
public class RoleHierarchy implements SecurityIdentityAugmentor {

    private static final List<String> ASCENDING = List.of("reader", "contributor", "curator", "admin");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var highest =
                identity.getRoles().stream().mapToInt(ASCENDING::indexOf).max().orElse(-1);
        var held = ASCENDING.subList(0, highest + 1);
        return Uni.createFrom()
                .item(
                        identity.getRoles().containsAll(held)
                                ? identity
                                : QuarkusSecurityIdentity.builder(identity)
                                        .addRoles(Set.copyOf(held))
                                        .build());
    }
}

package org.depositary.gateway.hooks.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.TreeSet;
import org.depositary.gateway.log.ChangeFilter;

/**
 * Selects the changes of a webhook. An empty set selects all.
 *
 * @param organization ids
 * @param party codes
 * @param type CloudEvents types, or event names
 * @param kind {@code membership}, {@code document} or {@code exercise}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WebhookFilter(Set<String> organization, Set<String> party, Set<String> type, Set<String> kind) {

    public WebhookFilter {
        organization = sorted(organization);
        party = sorted(party);
        type = sorted(type);
        kind = sorted(kind);
    }

    public static WebhookFilter of(ChangeFilter filter) {
        return new WebhookFilter(filter.organizations(), filter.parties(), filter.types(), filter.kinds());
    }

    public ChangeFilter changes() {
        return ChangeFilter.of(organization, party, type, kind);
    }

    private static Set<String> sorted(Set<String> values) {
        return values == null ? Set.of() : new TreeSet<>(values);
    }
}

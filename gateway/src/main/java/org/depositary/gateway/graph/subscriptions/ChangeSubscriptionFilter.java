package org.depositary.gateway.graph.subscriptions;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.live.ChangeFilterParameters;
import org.depositary.gateway.log.ChangeFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** The filters of the stream, with the same meaning. */
@Name("ChangeSubscriptionFilter")
@Description("Selects changes. A change must match one value of each list; an empty list matches all")
public record ChangeSubscriptionFilter(
        @Description("Organisations, by id") List<String> organization,
        @Description("Parties, by code or name") List<String> party,
        @Description("CloudEvents types, or event names such as `membership-changed`") List<String> type,
        @Description("`membership`, `document`, `exercise`") List<String> kind) {

    static final ChangeSubscriptionFilter ALL = new ChangeSubscriptionFilter(null, null, null, null);

    ChangeFilter parsed() {
        return ChangeFilterParameters.filter(values(organization), values(party), values(type), values(kind));
    }

    private static List<String> values(List<String> given) {
        return Optional.ofNullable(given).orElse(List.of());
    }
}

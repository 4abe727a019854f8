package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.TimelineFilter;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of requests for members, memberships and timelines: one record for each list. */
public final class MembershipParameters {

    private MembershipParameters() {}

    public record Members(
            @RestPath String organization,
            @BeanParam ListParameters list,

            @Parameter(description = "Statuses and candidacies, separated by commas: member,observer,applicant")
            @RestQuery
            Optional<String> status,

            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery
            Optional<String> party) {

        public MembershipFilter filter() {
            return ofOrganization(organization, party, status, list);
        }
    }

    public record Memberships(
            @BeanParam ListParameters list,
            @RestQuery Optional<String> party,

            @Parameter(description = "Ids, separated by commas") @RestQuery
            Optional<String> organization,

            @Parameter(description = "Statuses and candidacies, separated by commas") @RestQuery
            Optional<String> status) {

        public MembershipFilter filter() {
            return new MembershipFilter(
                    ParameterParser.several(organization),
                    PartyParameterParser.party(party, list.reading()),
                    ParameterParser.statuses(status));
        }
    }

    /** The parameters of a party's memberships on a day, and of its timeline. */
    public record OfParty(
            @Parameter(description = PartyParameterParser.DESCRIPTION) @RestPath
            String code,

            @BeanParam ListParameters list,
            @RestQuery Optional<String> organization,
            @RestQuery Optional<String> status) {

        public MembershipFilter filter() {
            var party = PartyParameterParser.party(code, list.reading());
            return new MembershipFilter(
                    ParameterParser.several(organization), Optional.of(party.code()), ParameterParser.statuses(status));
        }

        public TimelineFilter timeline() {
            return new TimelineFilter(filter(), false, list.onDay());
        }
    }

    public record TimelineOfOrganization(
            @RestPath String organization,
            @BeanParam ListParameters list,
            @RestQuery Optional<String> status,
            @RestQuery Optional<String> party,

            @Parameter(description = "true: also include predecessor organisations") @RestQuery("with-predecessors")
            Optional<String> withPredecessors) {

        public TimelineFilter filter() {
            return new TimelineFilter(
                    ofOrganization(organization, party, status, list),
                    ParameterParser.flag("with-predecessors", withPredecessors),
                    list.onDay());
        }
    }

    private static MembershipFilter ofOrganization(
            String organization, Optional<String> party, Optional<String> status, ListParameters list) {
        return new MembershipFilter(
                List.of(organization),
                PartyParameterParser.party(party, list.reading()),
                ParameterParser.statuses(status));
    }
}

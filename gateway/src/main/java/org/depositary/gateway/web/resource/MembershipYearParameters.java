package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.years.YearFilter;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of requests for memberships by year. */
public record MembershipYearParameters(
        @BeanParam CommonReadParameters reading,

        @Parameter(description = "Ids, separated by commas") @RestQuery
        Optional<String> organization,

        @Parameter(description = "One party, by any code or unambiguous name") @RestQuery
        Optional<String> party,

        @Parameter(description = "Statuses, separated by commas. Default: member for shared organisations, else all.")
        @RestQuery
        Optional<String> status,

        @Parameter(description = "The first year") @RestQuery
        Optional<String> from,

        @Parameter(description = "The last year. Default: the year of `on`, or this year.") @RestQuery
        Optional<String> to) {

    private static final int FIRST = 1000;
    private static final int LAST = 9999;

    YearFilter filter() {
        return filter(List.of());
    }

    YearFilter filterOfMembers() {
        return filter(List.of("member"));
    }

    private YearFilter filter(List<String> usualStatuses) {
        var statuses = ParameterParser.statuses(status);
        return new YearFilter(
                new MembershipFilter(
                        ParameterParser.several(organization),
                        PartyParameterParser.party(party, reading),
                        statuses.isEmpty() ? usualStatuses : statuses),
                year("from", from),
                year("to", to));
    }

    private static Optional<Integer> year(String name, Optional<String> parameter) {
        return ParameterParser.number(name, parameter).map(year -> {
            if (year < FIRST || year > LAST) {
                throw InvalidParameterProblem.of(name, "'%d' is not a year from %d to %d".formatted(year, FIRST, LAST));
            }
            return year.intValue();
        });
    }
}

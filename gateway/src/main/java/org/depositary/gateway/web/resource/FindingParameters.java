package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.findings.FindingFilter;
import org.depositary.gateway.read.findings.FindingKind;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of requests for findings: one record for each list. */
public final class FindingParameters {

    private FindingParameters() {}

    public record Findings(
            @BeanParam ListParameters list,

            @Parameter(description = FindingFilter.KINDS) @RestQuery
            Optional<String> kind,

            @Parameter(description = "Ids, separated by commas") @RestQuery
            Optional<String> organization,

            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery
            Optional<String> party) {

        public FindingFilter filter() {
            return FindingParameters.filter(
                    kind,
                    ParameterParser.several(organization),
                    PartyParameterParser.party(party, list.reading()),
                    list);
        }
    }

    public record FindingsOfOrganization(
            @RestPath String organization,
            @BeanParam ListParameters list,

            @Parameter(description = FindingFilter.KINDS) @RestQuery
            Optional<String> kind,

            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery
            Optional<String> party) {

        public FindingFilter filter() {
            return FindingParameters.filter(
                    kind, List.of(organization), PartyParameterParser.party(party, list.reading()), list);
        }
    }

    public record FindingsOfParty(
            @Parameter(description = PartyParameterParser.DESCRIPTION) @RestPath
            String code,

            @BeanParam ListParameters list,

            @Parameter(description = FindingFilter.KINDS) @RestQuery
            Optional<String> kind,

            @Parameter(description = "Ids, separated by commas") @RestQuery
            Optional<String> organization) {

        public FindingFilter filter() {
            var party = PartyParameterParser.party(code, list.reading());
            return FindingParameters.filter(
                    kind, ParameterParser.several(organization), Optional.of(party.code()), list);
        }
    }

    private static FindingFilter filter(
            Optional<String> kind, List<String> organizations, Optional<String> party, ListParameters list) {
        var kinds = FindingKind.named(ParameterParser.several("kind", kind, FindingKind.NAMES));
        return new FindingFilter(kinds, organizations, party, list.onDay());
    }
}

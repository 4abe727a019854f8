package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.institutions.InstitutionFilter;
import org.depositary.gateway.read.institutions.InstitutionFilter.Owner;
import org.depositary.gateway.read.institutions.InstitutionReads;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.depositary.vocabulary.parties.PartyLookup;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of requests for lists of institutional facts: one record for each list. */
public final class InstitutionParameters {

    private static final List<String> STATES =
            List.of("proposed", "planned", "established", "operational", "dissolved");

    private InstitutionParameters() {}

    /** The parameters of a list of organs. They are always those of a day: today, if the request gives none. */
    public record Organs(
            @RestPath String organization,
            @BeanParam ListParameters list,

            @Parameter(description = "Only parts of this organ") @RestQuery
            Optional<String> parent,

            @Parameter(description = "States, separated by commas: established,operational") @RestQuery
            Optional<String> state) {

        InstitutionFilter filter() {
            return InstitutionFilter.ofOrganization(InstitutionReads.ORGAN, organization, true)
                    .with("parent", parent)
                    .inStates(ParameterParser.several("state", state, STATES));
        }
    }

    public record Terms(
            @RestPath String organization,
            @BeanParam ListParameters list,
            @RestQuery Optional<String> office,
            @RestQuery Optional<String> organ) {

        InstitutionFilter filter() {
            return all("term", organization, list).with("office", office).with("organ", organ);
        }
    }

    public record Meetings(
            @RestPath String organization,
            @BeanParam ListParameters list,
            @RestQuery Optional<String> organ,

            @Parameter(description = "A party that attended") @RestQuery
            Optional<String> party) {

        InstitutionFilter filter() {
            return all("meeting", organization, list)
                    .with("organ", organ)
                    .attendedBy(PartyParameterParser.party(party, list.reading()));
        }
    }

    public record Relations(
            @RestPath String organization,
            @BeanParam ListParameters list,

            @Parameter(description = "The other organisation or state") @RestQuery
            Optional<String> with,

            @RestQuery Optional<String> kind) {

        InstitutionFilter filter() {
            return all("relation", organization, list)
                    .with("with", PartyParameterParser.party("with", with, list.reading()))
                    .with("kind", kind);
        }
    }

    public record Contributions(
            @RestPath String organization,
            @BeanParam ListParameters list,
            @RestQuery Optional<String> organ,

            @Parameter(description = "A party that paid a share") @RestQuery
            Optional<String> party) {

        InstitutionFilter filter() {
            return all("contribution", organization, list)
                    .with("organ", organ)
                    .paidBy(PartyParameterParser.party(party, list.reading()));
        }
    }

    public record Rules(
            @RestPath String organization,
            @BeanParam ListParameters list,
            @RestQuery Optional<String> subject) {

        InstitutionFilter filter() {
            return all("rule", organization, list).with("subject", subject);
        }
    }

    public record Figures(
            @RestPath String organization,
            @BeanParam ListParameters list,
            @RestQuery Optional<String> organ,
            @RestQuery Optional<String> measure) {

        InstitutionFilter filter() {
            return all("figure", organization, list).with("organ", organ).with("measure", measure);
        }
    }

    public record FiguresOfParty(
            @Parameter(description = PartyParameterParser.DESCRIPTION) @RestPath
            String code,

            @BeanParam ListParameters list,
            @RestQuery Optional<String> measure) {

        InstitutionFilter filter() {
            var party = PartyParameterParser.party(code, list.reading());
            return InstitutionFilter.of("figure", new Owner(party.code(), PartyLookup.isState(party)), list.onDay())
                    .with("measure", measure);
        }
    }

    private static InstitutionFilter all(String kind, String organization, ListParameters list) {
        return InstitutionFilter.ofOrganization(kind, organization, list.onDay());
    }
}

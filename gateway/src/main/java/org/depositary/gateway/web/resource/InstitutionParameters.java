package org.depositary.gateway.web.resource;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.institutions.InstitutionFilter;
import org.depositary.gateway.read.institutions.InstitutionReads;
import org.depositary.gateway.web.ParameterValues;
import org.depositary.gateway.web.PartyParameters;
import org.depositary.gateway.web.ReadParameters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The filters of the lists of institutional facts: a record for each list. */
public final class InstitutionParameters {

    private static final List<String> STATES =
            List.of("proposed", "planned", "established", "operational", "dissolved");

    private InstitutionParameters() {}

    /** Organs are those of a day: today's if the request names none. */
    public record Organs(
            @Parameter(description = "Only parts of this organ") @RestQuery
            Optional<String> parent,

            @Parameter(description = "States, with commas: established,operational") @RestQuery
            Optional<String> state) {

        InstitutionFilter filter(String organization, ReadParameters reading) {
            return InstitutionFilter.ofOrganization(InstitutionReads.ORGAN, organization, true)
                    .with("parent", parent)
                    .inStates(ParameterValues.several("state", state, STATES));
        }
    }

    public record Terms(
            @RestQuery Optional<String> office, @RestQuery Optional<String> organ) {

        InstitutionFilter filter(String organization, ReadParameters reading) {
            return all("term", organization, reading).with("office", office).with("organ", organ);
        }
    }

    public record Meetings(
            @RestQuery Optional<String> organ,

            @Parameter(description = "A party that was there") @RestQuery
            Optional<String> party) {

        InstitutionFilter filter(String organization, ReadParameters reading) {
            return all("meeting", organization, reading)
                    .with("organ", organ)
                    .attendedBy(PartyParameters.party(party, reading));
        }
    }

    public record Relations(
            @Parameter(description = "The other one") @RestQuery
            Optional<String> with,

            @RestQuery Optional<String> kind) {

        InstitutionFilter filter(String organization, ReadParameters reading) {
            return all("relation", organization, reading)
                    .with("with", PartyParameters.party("with", with, reading))
                    .with("kind", kind);
        }
    }

    public record Contributions(
            @RestQuery Optional<String> organ,

            @Parameter(description = "A party that paid a share") @RestQuery
            Optional<String> party) {

        InstitutionFilter filter(String organization, ReadParameters reading) {
            return all("contribution", organization, reading)
                    .with("organ", organ)
                    .paidBy(PartyParameters.party(party, reading));
        }
    }

    public record Rules(@RestQuery Optional<String> subject) {

        InstitutionFilter filter(String organization, ReadParameters reading) {
            return all("rule", organization, reading).with("subject", subject);
        }
    }

    public record Figures(
            @RestQuery Optional<String> organ, @RestQuery Optional<String> measure) {

        InstitutionFilter filter(String organization, ReadParameters reading) {
            return all("figure", organization, reading).with("organ", organ).with("measure", measure);
        }
    }

    /** Facts of all times, unless the request names a day. */
    private static InstitutionFilter all(String kind, String organization, ReadParameters reading) {
        return InstitutionFilter.ofOrganization(kind, organization, reading.on().isPresent());
    }
}

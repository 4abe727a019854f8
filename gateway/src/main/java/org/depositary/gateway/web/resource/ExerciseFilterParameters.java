package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.Optional;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.depositary.vocabulary.dates.PartialDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of all requests that select exercises. Several values of a parameter are separated by commas. */
public record ExerciseFilterParameters(
        @BeanParam CommonReadParameters reading,
        @RestQuery Optional<String> kind,
        @RestQuery Optional<String> status,

        @Parameter(description = "Name of the series, in upper or lower case") @RestQuery
        Optional<String> series,

        @Parameter(description = "Ids of the organisations that held the exercise") @RestQuery
        Optional<String> organization,

        @Parameter(description = "A party that took part, itself or as a member of an organisation") @RestQuery
        Optional<String> party,

        @Parameter(description = "Role of the party, or of any participant") @RestQuery
        Optional<String> role,

        @Parameter(description = "Took place, at least possibly, on or after this date (EDTF)") @RestQuery
        Optional<String> from,

        @Parameter(description = "Took place, at least possibly, on or before this date (EDTF)") @RestQuery
        Optional<String> to,

        @Parameter(description = "Part of a place's name, or a state") @RestQuery
        Optional<String> place,

        @Parameter(description = "west,south,east,north in degrees; west may be greater than east") @RestQuery
        Optional<String> bbox,

        @Parameter(description = "The minimum number of troops, compared with the highest reported number")
        @RestQuery("min-strength")
        Optional<String> minStrength) {

    public ExerciseFilter filter() {
        return new ExerciseFilter(
                ParameterParser.several("kind", kind, ExerciseFilter.KINDS),
                ParameterParser.several("status", status, ExerciseFilter.STATUSES),
                series,
                ParameterParser.several(organization),
                PartyParameterParser.party(party, reading),
                ParameterParser.several("role", role, ExerciseFilter.ROLES),
                ParameterParser.date("from", from).flatMap(PartialDate::earliest),
                ParameterParser.date("to", to).flatMap(PartialDate::latest),
                place,
                ParameterParser.box("bbox", bbox),
                ParameterParser.count("min-strength", minStrength),
                reading.on().isPresent());
    }
}

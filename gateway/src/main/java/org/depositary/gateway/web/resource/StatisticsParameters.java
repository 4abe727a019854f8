package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.Optional;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.exercises.statistics.StatisticsBy;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of a request for statistics of exercises. */
public record StatisticsParameters(
        @BeanParam ExerciseParameters exercises,

        @Parameter(
                description = "What the sums are grouped by.",
                required = true,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"year", "party", "pair", "kind", "organization", "series"}))
        @RestQuery
        Optional<String> by) {

    ExerciseFilter filter() {
        return exercises.filter();
    }

    ListParameters list() {
        return exercises.list();
    }

    StatisticsBy grouping() {
        var values = ParameterParser.several("by", by, StatisticsBy.NAMES);
        if (values.size() != 1) {
            throw InvalidParameterProblem.of("by", "give one of: " + String.join(", ", StatisticsBy.NAMES));
        }
        return StatisticsBy.of(values.getFirst());
    }
}

package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Source;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organisation on a day.
 *
 * @param name in the language asked for
 * @param names by BCP 47 language
 * @param predecessor id of the organisation that it continues
 * @param claims what its sources say of its registration, while they do not agree
 * @param dissolved when it ended, if by that day it had or may have
 */
record Organization(
        String id,
        String url,
        String name,
        Map<String, String> names,
        @JsonInclude(Include.ALWAYS) Optional<String> acronym,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> founded,
        @JsonInclude(Include.ALWAYS) Optional<Seat> seat,
        @JsonInclude(Include.ALWAYS) Optional<String> predecessor,
        List<String> successors,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> dissolved,
        boolean disputed,
        Optional<List<Claim>> claims,

        @Schema(type = SchemaType.ARRAY, implementation = Source.class)
        RawValue sources) {

    /** Where it sits. */
    record Seat(Optional<String> place, Optional<String> country) {
        static Seat of(JsonNode json) {
            return new Seat(Json.text(json, "place"), Json.text(json, "country"));
        }
    }

    static Organization of(OrganizationState state, Optional<JsonNode> dispute, RawValue sources, Languages languages) {
        var statement = state.statement();
        var url = FactAddress.of("organization", state.id());
        var claims = Claim.standing(url, dispute);
        return new Organization(
                state.id(),
                url,
                state.name(languages),
                state.names(),
                Json.text(statement, "acronym"),
                Json.text(statement, "founded").map(PartialDate::parse).map(EffectiveDate::of),
                Optional.ofNullable(statement.get("seat")).map(Seat::of),
                Json.text(statement, "predecessor"),
                state.successors(),
                state.dissolution().map(change -> EffectiveDate.of(change.effective())),
                claims.isPresent(),
                claims,
                sources);
    }
}

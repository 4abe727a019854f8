package org.depositary.gateway.read.organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.sources.Source;

/**
 * An organisation on a day.
 *
 * @param id lower-case words, such as sco; never changes
 * @param url URL of the organisation
 * @param name the name in the preferred language
 * @param names all names, by BCP 47 language code
 * @param acronym its acronym, if it has one
 * @param founded the date of its founding
 * @param seat where it has its seat on the day
 * @param predecessor id of the organisation that this one continues
 * @param successors ids of the organisations that continue it
 * @param dissolved the date of its dissolution, if that had certainly or possibly taken effect by the day
 * @param disputed whether sources disagree about its registration
 * @param claims the claims of the sources of its registration, if they disagree
 * @param sources sources of its registration
 */
public record OrganizationItem(
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
        Optional<List<ClaimItem>> claims,
        List<Source> sources) {

    /**
     * The seat of an organisation.
     *
     * @param place the name of the place
     * @param country code of the state
     */
    record Seat(Optional<String> place, Optional<String> country) {
        static Seat of(JsonNode json) {
            return new Seat(JsonFieldReader.text(json, "place"), JsonFieldReader.text(json, "country"));
        }
    }

    /** An organisation that facts name and that nobody has registered. Its id is its name. */
    static OrganizationItem unregistered(String id) {
        return new OrganizationItem(
                id,
                FactPath.of("organization", id),
                id,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
    }

    static OrganizationItem of(
            OrganizationState state, Optional<JsonNode> dispute, List<Source> sources, LanguagePreference languages) {
        var statement = state.statement();
        var url = FactPath.of("organization", state.id());
        var claims = ClaimItem.standing(url, dispute);
        return new OrganizationItem(
                state.id(),
                url,
                state.name(languages),
                state.names(),
                JsonFieldReader.text(statement, "acronym"),
                JsonFieldReader.text(statement, "founded")
                        .map(PartialDate::parse)
                        .map(EffectiveDate::of),
                Optional.ofNullable(statement.get("seat")).map(Seat::of),
                JsonFieldReader.text(statement, "predecessor"),
                state.successors(),
                state.dissolution().map(change -> EffectiveDate.of(change.effective())),
                claims.isPresent(),
                claims,
                sources);
    }
}

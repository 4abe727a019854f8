package org.depositary.gateway.read.organizations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * An organisation on a day: its registration, with the changes that had certainly taken effect by then. Changes that
 * had only possibly taken effect are not applied, but listed in {@code changes} with their certainty.
 *
 * @param statement the registration, with names and seat as of the day
 */
public record OrganizationState(String id, ObjectNode statement, List<Dated> changes) {

    /**
     * A recorded change of the organisation.
     *
     * @param statement fields of the change
     * @param dispute all claims about the change, if sources disagree
     * @param certainty whether the change had certainly or possibly taken effect on the day; empty if it had not
     */
    record Dated(
            String id,
            PartialDate effective,
            ObjectNode statement,
            JsonNode sources,
            Optional<JsonNode> dispute,
            Optional<Certainty> certainty) {

        boolean isCertain() {
            return certainty.filter(Certainty.CERTAIN::equals).isPresent();
        }
    }

    static OrganizationState on(LocalDate day, String id, JsonNode registered, JsonNode changes) {
        var statement = ((ObjectNode) registered).deepCopy();
        var dated = new ArrayList<Dated>();
        for (var change : changes) {
            dated.add(dated(day, change));
        }
        dated.stream().filter(Dated::isCertain).map(Dated::statement).forEach(change -> Stream.of("names", "seat")
                .filter(change::has)
                .forEach(field -> statement.set(field, change.get(field))));
        return new OrganizationState(id, statement, dated);
    }

    Map<String, String> names() {
        return JsonFieldReader.texts(statement.path("names"));
    }

    String name(LanguagePreference languages) {
        return languages.pick(names()).orElse(id);
    }

    /** The dissolution, if it had certainly or possibly taken effect on the day. Empty otherwise. */
    Optional<Dated> dissolution() {
        return changes.stream()
                .filter(change -> change.statement().path("dissolved").asBoolean()
                        && change.certainty().isPresent())
                .findFirst();
    }

    List<String> successors() {
        return changes.stream()
                .flatMap(change -> Stream.ofNullable(change.statement().get("successor")))
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    private static Dated dated(LocalDate day, JsonNode change) {
        var statement = (ObjectNode) change.path("statement");
        var effective = PartialDate.parse(statement.path("effective").asText());
        return new Dated(
                change.path("id").asText(),
                effective,
                statement.deepCopy().without(List.of("organization", "effective")),
                change.path("sources"),
                Optional.ofNullable(change.get("dispute")),
                Certainty.onDay(day, effective, Optional.empty()));
    }
}

package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.depositary.gateway.read.JsonFieldReader;

/** Describes places: a name, a country, and coordinates if the source gives them. */
final class Places {

    private Places() {}

    /** @param place a place of our JSON, also the seat of an organisation, or the name alone */
    static Optional<LinkedNode> of(JsonNode place) {
        if (place.isTextual()) {
            return Optional.of(named(place));
        }
        return place.isObject() ? Optional.of(described(place)) : Optional.empty();
    }

    private static LinkedNode described(JsonNode place) {
        var node = named(place.path(place.has("place") ? "place" : "name"));
        node.languages("schema:alternateName", place.path("names"));
        JsonFieldReader.text(place, "country").ifPresent(country -> node.node("schema:address", address(country)));
        JsonFieldReader.elements(place.path("countries"))
                .forEach(country -> node.node("schema:address", address(country.asText())));
        if (place.hasNonNull("lat") && place.hasNonNull("lon")) {
            node.node(
                    "schema:geo",
                    LinkedNode.of("schema:GeoCoordinates")
                            .value("schema:latitude", place.path("lat"))
                            .value("schema:longitude", place.path("lon")));
        }
        return node;
    }

    private static LinkedNode named(JsonNode name) {
        return LinkedNode.of("schema:Place").value("schema:name", name);
    }

    private static LinkedNode address(String country) {
        return LinkedNode.of("schema:PostalAddress").text("schema:addressCountry", country);
    }
}

package org.depositary.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.feeds.text.NameLookup;
import org.depositary.gateway.read.JsonFieldReader;

/** One of the claims on which sources disagree. */
record PageClaim(
        int number, String url, boolean preferred, boolean holds, List<PageField> fields, List<PageSource> sources) {

    static List<PageClaim> all(JsonNode claims, NameLookup names) {
        return JsonFieldReader.elements(claims).map(claim -> of(claim, names)).toList();
    }

    private static PageClaim of(JsonNode claim, NameLookup names) {
        return new PageClaim(
                claim.path("number").asInt(),
                claim.path("url").asText(),
                claim.path("preferred").asBoolean(),
                claim.path("holds").asBoolean(),
                new PageFields(names).of(claim.path("value"), Set.of()),
                PageSource.all(claim.path("sources"), names));
    }
}

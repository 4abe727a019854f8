package org.depositary.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Links from a record to what belongs to it. */
final class RelatedLinks {

    private static final Map<String, List<String>> LISTS = Map.of(
            "organization",
                    List.of(
                            "members",
                            "timeline",
                            "organs",
                            "terms",
                            "meetings",
                            "relations",
                            "contributions",
                            "rules",
                            "figures",
                            "findings"),
            "party", List.of("memberships", "timeline", "instruments", "figures", "findings"),
            "instrument", List.of("parties", "acts"),
            "document", List.of("passages", "text", "content", "mentions", "citations"));

    private RelatedLinks() {}

    static List<PageText> of(String kind, JsonNode answer) {
        return kind.equals("passage") ? ofPassage(answer) : lists(kind, answer);
    }

    private static List<PageText> lists(String kind, JsonNode answer) {
        return LISTS.getOrDefault(kind, List.of()).stream()
                .map(list ->
                        new PageText(PageFields.label(list), answer.path("url").asText() + "/" + list))
                .toList();
    }

    private static List<PageText> ofPassage(JsonNode answer) {
        var document = answer.path("document").asText();
        return Stream.of(
                        new PageText("The document", document),
                        new PageText("Previous passage", answer.path("previous").asText()),
                        new PageText("Next passage", answer.path("next").asText()),
                        new PageText("All passages", document + "/passages"))
                .filter(link -> !link.href().isEmpty())
                .toList();
    }
}

package org.depositary.verify.histories.memberships;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.depositary.verify.histories.ModelDate;

/** Converts the responses of reads to the numbers of the history. */
final class ActualReads {

    /**
     * An item of {@code members}, {@code memberships} or {@code timeline}.
     *
     * @param opened the fact that started it
     * @param closed the fact that ended it, in a timeline
     * @param sources the titles of the sources of {@code opened}
     * @param beside the candidacy that the party has in addition to its status: its start, certainty and fact
     */
    record Item(
            int organization,
            int party,
            Optional<String> status,
            Optional<String> candidacy,
            ModelDate since,
            Optional<ModelDate> until,
            Optional<String> certainty,
            int opened,
            Optional<Integer> closed,
            List<String> sources,
            boolean disputed,
            boolean dissolved,
            Optional<String> beside) {}

    private ActualReads() {}

    static Item member(JsonNode item, HistoryIds names) {
        return item(
                item,
                names,
                item.path("change"),
                Optional.empty(),
                text(item, "candidacySince").map(since -> "%s, %s, %d"
                        .formatted(
                                item.path("candidacySince").path("edtf").asText(),
                                item.path("candidacyCertainty").asText(),
                                names.fact(item.path("candidacyChange").asText()))));
    }

    static Item span(JsonNode item, HistoryIds names) {
        return item(item, names, item.path("opened"), text(item, "closed").map(names::fact), Optional.empty());
    }

    private static Item item(
            JsonNode item, HistoryIds names, JsonNode opened, Optional<Integer> closed, Optional<String> beside) {
        return new Item(
                names.organization(item.path("organization").asText()),
                names.party(item.path("party").asText()),
                text(item, "status"),
                text(item, "candidacy"),
                date(item.path("since")),
                Optional.of(item.path("until")).filter(JsonNode::isObject).map(ActualReads::date),
                text(item, "certainty"),
                names.fact(opened.asText()),
                closed,
                StreamSupport.stream(item.path("sources").spliterator(), false)
                        .map(source -> source.path("title").asText())
                        .toList(),
                item.path("disputed").asBoolean(),
                item.path("dissolved").asBoolean(),
                beside);
    }

    private static Optional<String> text(JsonNode item, String field) {
        return Optional.of(item.path(field))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .map(JsonNode::asText);
    }

    private static ModelDate date(JsonNode date) {
        return new ModelDate(
                date.path("edtf").asText(),
                bound(date.path("earliest"), LocalDate.MIN),
                bound(date.path("latest"), LocalDate.MAX),
                date.path("uncertain").asBoolean());
    }

    private static LocalDate bound(JsonNode bound, LocalDate open) {
        return bound.isTextual() ? LocalDate.parse(bound.asText()) : open;
    }
}

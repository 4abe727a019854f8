package org.depositary.gateway.read.facts;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;
import org.depositary.vocabulary.sources.Source;

/**
 * The places of citations in the current texts. A citation that was not looked up yet has none; its recorded anchor then
 * counts.
 */
public final class CitationPlaces {

    private static final String PLACES = """
            SELECT document, anchor, quote, current_anchor FROM citation_place
            WHERE (document, anchor) IN (SELECT * FROM unnest(:documents::text[], :anchors::text[]))
            AND extraction IS NOT NULL AND current_anchor IS DISTINCT FROM anchor
            """;

    /** @param quote empty if the passage is cited without a quote */
    private record Key(String document, String anchor, Optional<String> quote) {

        static Key of(Source source) {
            return new Key(source.document(), source.anchor(), Optional.ofNullable(source.quote()));
        }
    }

    /** By citation that has moved: its current anchor; empty for an orphan. */
    private final Map<Key, Optional<String>> moved;

    private CitationPlaces(Map<Key, Optional<String>> moved) {
        this.moved = moved;
    }

    /** Finds the places of the citations of facts. Sends no statement if they cite no passage. */
    public static CitationPlaces of(Snapshot snapshot, Collection<FactReads.Known> facts) throws SQLException {
        var cited = facts.stream()
                .flatMap(fact -> Stream.concat(fact.sources().stream(), ClaimItem.sources(fact.dispute())))
                .filter(source -> source.document() != null && source.anchor() != null)
                .distinct()
                .toList();
        var moved = new HashMap<Key, Optional<String>>();
        if (!cited.isEmpty()) {
            var sql = NamedSql.of(PLACES)
                    .with("documents", cited.stream().map(Source::document).toList())
                    .with("anchors", cited.stream().map(Source::anchor).toList());
            snapshot.list(
                            sql,
                            row -> Map.entry(
                                    new Key(row.text("document"), row.text("anchor"), row.optionalText("quote")),
                                    row.optionalText("current_anchor")))
                    .forEach(place -> moved.put(place.getKey(), place.getValue()));
        }
        return new CitationPlaces(moved);
    }

    List<CitedSource> of(List<CitedSource> sources) {
        return sources.stream().map(CitedSource::source).map(this::of).toList();
    }

    private CitedSource of(Source source) {
        var place = Optional.ofNullable(moved.get(Key.of(source)));
        return new CitedSource(
                source,
                place.flatMap(anchor -> anchor),
                place.filter(Optional::isEmpty).map(orphan -> true));
    }
}

package org.depositary.membership.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.eventsourcing.store.EventCodec;
import org.depositary.membership.domain.ImportSetCoverage;
import org.depositary.membership.domain.ImportSetCoverage.Event;
import org.depositary.membership.domain.ImportSetCoverage.Event.CoverageRetracted;
import org.depositary.membership.domain.ImportSetCoverage.Event.Covered;
import org.depositary.membership.domain.ImportSetCoverage.StateCoverage;

/** The events of data sets. Each set has a stream: {@code import-set:<set>}. */
public final class ImportSetEvents implements EventCodec<Event> {

    public static final AggregateType<StateCoverage, ImportSetCoverage, Event> IMPORT_SETS =
            new AggregateType<>("import-set", ImportSetCoverage.DECIDER, new ImportSetEvents());

    private static final String COVERED = "import-set-covered";
    private static final String RETRACTED = "import-set-coverage-retracted";

    private ImportSetEvents() {}

    @Override
    public Encoded encode(Event event) {
        var data = JsonNodeFactory.instance.objectNode();
        return switch (event) {
            case Covered(var set, var covers) ->
                new Encoded(Optional.empty(), COVERED, 1, data.put("id", set).put("covers", covers));
            case CoverageRetracted(var set, var covers, var reason) ->
                new Encoded(
                        Optional.empty(),
                        RETRACTED,
                        1,
                        data.put("id", set).put("covers", covers).put("reason", reason));
        };
    }

    @Override
    public Event decode(String name, int schemaVersion, JsonNode data) {
        var set = data.path("id").asText();
        var covers = data.path("covers").asText();
        return switch (name) {
            case COVERED -> new Covered(set, covers);
            case RETRACTED ->
                new CoverageRetracted(set, covers, data.path("reason").asText());
            default -> throw new IllegalStateException("No event is called " + name);
        };
    }
}

package org.depositary.gateway.projection.instruments;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.gateway.projection.facts.RowVersionTable;
import org.depositary.vocabulary.dates.PartialDate;

/** Builds the rows of table {@code instrument}: the registrations, with the columns of their filters. */
@Singleton
class InstrumentView implements FactView<InstrumentRow> {

    private static final RowVersionTable<InstrumentRow> TABLE =
            RowVersionTable.of("instrument", InstrumentRow.class, "id");

    @Override
    public RowVersionTable<InstrumentRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith("instrument:");
    }

    @Override
    public List<InstrumentRow> rows(String streamId, List<FactState> facts) {
        return facts.stream().map(InstrumentView::row).toList();
    }

    private static InstrumentRow row(FactState instrument) {
        var statement = instrument.statement();
        var inForce = date(statement.path("dates"), "inForce");
        var terminated = date(statement.path("dates"), "terminated");
        var rule = Optional.ofNullable(statement.get("inForceRule"));
        return new InstrumentRow(
                instrument.id(),
                instrument.text("type").orElseThrow(),
                described(instrument),
                texts(statement.path("organizations")),
                texts(statement.path("parties")),
                inForce.map(PartialDate::edtf),
                inForce.map(DateBound::earliest),
                inForce.map(DateBound::latest),
                inForce.map(PartialDate::uncertain),
                terminated.map(PartialDate::edtf),
                terminated.map(DateBound::earliest),
                terminated.map(DateBound::latest),
                terminated.map(PartialDate::uncertain),
                rule.map(given -> given.path("ratifications").asLong()),
                rule.map(given -> given.get("after")).map(JsonNode::asText),
                statement,
                instrument.sources(),
                instrument.dispute(),
                instrument.stands(),
                instrument.retracted());
    }

    private static String described(FactState instrument) {
        var names = elements(instrument.statement().path("names")).map(JsonNode::asText);
        return Stream.of(Stream.of(instrument.id()), instrument.text("acronym").stream(), names)
                .flatMap(words -> words)
                .map(words -> words.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<PartialDate> date(JsonNode dates, String field) {
        return Optional.of(dates.path(field))
                .filter(JsonNode::isTextual)
                .map(date -> PartialDateCache.of(date.asText()));
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> elements(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }
}

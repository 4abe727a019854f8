package org.depositary.gateway.cite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.feeds.text.NameLookup;
import org.depositary.gateway.feeds.text.UrlPart;
import org.depositary.gateway.read.NewestRecording;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.changes.FactVersion;
import org.depositary.gateway.read.changes.FactVersionReads;
import org.depositary.gateway.web.RecordWriter.ReadRecord;
import org.depositary.vocabulary.parties.PartyLookup;

/** Describes records that were read, and says how to cite them. */
@ApplicationScoped
public class RecordDescriber {

    /** The kinds whose names depend on the day. */
    private static final Set<String> DATED = Set.of("organization", "party", "membership");

    private static final Map<String, List<String>> REFERENCES = Map.of(
            "organization",
            List.of("organization", "organizations", "members-of", "with", "predecessor", "successor", "successors"),
            "instrument",
            List.of("instrument", "instruments"),
            "exercise",
            List.of("exercise"),
            FactVersionReads.DOCUMENT,
            List.of("document", "documents", "sameTextAs"));

    private static final List<String> PARTIES = List.of("party", "parties", "country");

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final PublicUrl url;
    private final CitationSettings settings;

    RecordDescriber(PublicUrl url, CitationSettings settings) {
        this.url = url;
        this.settings = settings;
    }

    public DescribedRecord describe(ReadRecord read) throws SQLException {
        var subject = subject(read.key());
        var versions = new FactVersionReads(read.snapshot());
        var known = new HashMap<>(versions.known(Set.of(subject)));
        var statement = Optional.ofNullable(known.get(subject))
                .map(FactVersion::statement)
                .orElse(NOTHING);
        known.putAll(versions.known(references(read.answer())));
        var names = new NameLookup(known, read.snapshot().languages());
        var text = new RecordText(read.key(), subject, read.answer(), statement, names);
        return new DescribedRecord(
                text.title(),
                text.sentence(),
                names,
                text.lastChanged(),
                text.citation(settings.register(), read.version(), address(read)));
    }

    /** The fact or document that the record is, or is a part of. */
    private static FactKey subject(FactKey record) {
        return switch (record.kind()) {
            case "passage" -> new FactKey(FactVersionReads.DOCUMENT, record.id());
            case "party" -> new FactKey("organization", record.id());
            case "membership" -> new FactKey("membership-change", record.id());
            default -> record;
        };
    }

    private static Set<FactKey> references(JsonNode answer) {
        var said = answer instanceof ObjectNode object ? object.deepCopy().without("recordings") : answer;
        var keys = new LinkedHashSet<FactKey>();
        REFERENCES.forEach((kind, fields) -> fields.stream()
                .flatMap(field -> said.findValues(field).stream())
                .forEach(value -> add(keys, kind, value)));
        PARTIES.stream()
                .flatMap(field -> said.findValues(field).stream())
                .forEach(value -> add(keys, "organization", value));
        keys.removeIf(key -> key.kind().equals("organization") && PartyLookup.isState(key.id()));
        return keys;
    }

    private static void add(Set<FactKey> keys, String kind, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> add(keys, kind, element));
        } else if (value.isTextual()) {
            keys.add(new FactKey(kind, value.asText()));
        }
    }

    private PinnedAddress address(ReadRecord read) throws SQLException {
        var day =
                read.parameters().on().isPresent() || DATED.contains(read.key().kind())
                        ? Optional.of(read.snapshot().day())
                        : Optional.<LocalDate>empty();
        return new PinnedAddress(
                url.link(path(read)),
                instant(read.snapshot()),
                day,
                read.parameters().lang());
    }

    /** The instant of the request, else that of the position that was read. A later one can still change its answer. */
    private static Instant instant(Snapshot snapshot) throws SQLException {
        var asked = snapshot.position()
                .asOf()
                .recorded()
                .filter(at -> !at.isAfter(Clock.systemUTC().instant()));
        return asked.isPresent() ? asked.get() : NewestRecording.of(snapshot).orElse(Instant.EPOCH);
    }

    private static String path(ReadRecord read) {
        return switch (read.key().kind()) {
            case "passage" ->
                "/api/documents/%s/passages/%s"
                        .formatted(
                                read.key().id(),
                                UrlPart.encoded(read.answer().path("anchor").asText()));
            default -> read.answer().path("url").asText();
        };
    }
}

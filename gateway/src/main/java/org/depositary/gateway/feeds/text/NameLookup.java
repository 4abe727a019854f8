package org.depositary.gateway.feeds.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.changes.FactVersion;
import org.depositary.gateway.read.changes.FactVersionReads;
import org.depositary.vocabulary.parties.PartyLookup;
import org.depositary.vocabulary.sources.Source;

/**
 * The names of what facts refer to.
 *
 * @param known the versions of organisations, exercises, instruments and documents whose names are needed
 * @param languages the preferred languages of the names
 */
public record NameLookup(Map<FactKey, FactVersion> known, LanguagePreference languages) {

    private static final Set<String> ORGANIZATIONS = Set.of("organization", "with", "predecessor", "successor");

    /** English names. */
    public NameLookup(Map<FactKey, FactVersion> known) {
        this(known, LanguagePreference.ENGLISH);
    }

    /** What a fact refers to by id. */
    public static Set<FactKey> references(JsonNode statement, Iterable<Source> sources) {
        var keys = new LinkedHashSet<FactKey>();
        ORGANIZATIONS.forEach(field -> add(keys, "organization", statement.path(field)));
        statement.path("organizations").forEach(id -> add(keys, "organization", id));
        Stream.of("party", "country").forEach(field -> addParty(keys, statement.path(field)));
        add(keys, "exercise", statement.path("exercise"));
        add(keys, "exercise", statement.path("into"));
        add(keys, "instrument", statement.path("instrument"));
        sources.forEach(source ->
                Optional.ofNullable(source.document()).ifPresent(id -> keys.add(new FactKey(document(), id))));
        return keys;
    }

    private static void add(Set<FactKey> keys, String kind, JsonNode id) {
        if (id.isTextual()) {
            keys.add(new FactKey(kind, id.asText()));
        }
    }

    private static void addParty(Set<FactKey> keys, JsonNode code) {
        if (code.isTextual() && !PartyLookup.isState(code.asText())) {
            keys.add(new FactKey("organization", code.asText()));
        }
    }

    private static String document() {
        return FactVersionReads.DOCUMENT;
    }

    /** The name of a state or of an organisation. */
    public String party(String code) {
        return PartyLookup.isState(code) ? languages.state(code) : organization(code);
    }

    public String organization(String id) {
        return named("organization", id).orElse(id);
    }

    public String instrument(String id) {
        return named("instrument", id).orElse(id);
    }

    public String exercise(String id) {
        return of("exercise", id)
                .flatMap(name -> JsonFieldReader.text(name, "name"))
                .orElse("an exercise without a name");
    }

    /** The title of a document of this register. Empty if it has none. */
    public Optional<String> document(String id) {
        return of(document(), id).flatMap(details -> JsonFieldReader.text(details, "title")
                .or(() -> JsonFieldReader.text(details, "filename")));
    }

    private Optional<String> named(String kind, String id) {
        return of(kind, id).flatMap(this::name);
    }

    /** The name in a statement in the most preferred language, else another one. */
    Optional<String> name(JsonNode statement) {
        return JsonFieldReader.node(statement, "names").flatMap(texts -> languages.pick(JsonFieldReader.texts(texts)));
    }

    private Optional<JsonNode> of(String kind, String id) {
        return Optional.ofNullable(known.get(new FactKey(kind, id))).map(FactVersion::statement);
    }
}

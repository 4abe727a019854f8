package org.depositary.facts.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.JacksonExceptionConverter;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.sources.SourceCoverage;
import org.depositary.vocabulary.sources.SourceValidator;
import org.depositary.vocabulary.validation.TextValidator;

/**
 * The JSON body of a command on a fact: fields of the statement, plus fields such as {@code reason} and {@code
 * sources}. The {@code take…} methods remove a field and return it, so that the remaining fields are the statement.
 */
public final class FactRequestBody {

    private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {};
    private static final int MAX_REASON = 2_000;

    private final ObjectNode fields;
    private final ObjectMapper mapper;

    private FactRequestBody(ObjectNode fields, ObjectMapper mapper) {
        this.fields = fields;
        this.mapper = mapper;
    }

    /**
     * Reads the body. It must be a JSON object.
     *
     * @param mapper the mapper of the service, which knows the types of its statements
     */
    public static FactRequestBody of(JsonNode body, ObjectMapper mapper) {
        if (body instanceof ObjectNode object) {
            return new FactRequestBody(object.deepCopy(), mapper);
        }
        throw Problem.invalid("", "A JSON object is required");
    }

    /**
     * Parses at once, while no database connection is in use. If parsing fails, the returned supplier throws the
     * problem. So the problem is thrown in the unit of work, which stores the refusal under the idempotency key.
     */
    static <T> Supplier<T> parse(Supplier<T> parser) {
        try {
            var parsed = parser.get();
            return () -> parsed;
        } catch (Problem problem) {
            return () -> {
                throw problem;
            };
        }
    }

    FactRequestBody copy() {
        return new FactRequestBody(fields.deepCopy(), mapper);
    }

    /**
     * Removes the field and returns its text.
     *
     * @throws Problem {@code invalid} if the field is missing, blank or not a text
     */
    public String takeText(String field) {
        var value = fields.remove(field);
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            throw Problem.invalid(field, "is required");
        }
        return value.asText();
    }

    /** Removes the required reason of a correction or retraction and returns it. */
    String takeReason() {
        var reason = takeText("reason");
        rejectIfAny(
                TextValidator.violation("#/reason", reason, MAX_REASON).stream().toList());
        return reason;
    }

    /**
     * Removes the sources and returns them.
     *
     * @throws Problem {@code invalid} if there is none or one is not valid
     */
    public List<Source> takeSources() {
        var sources = takeOptionalSources();
        if (sources.isEmpty()) {
            throw Problem.invalid("sources", "Every fact needs at least one source");
        }
        return sources;
    }

    /**
     * Removes the sources and returns them; an empty list if there are none. Also removes {@code covers}, the coverage of
     * those that state none themselves.
     */
    List<Source> takeOptionalSources() {
        var node = fields.remove("sources");
        if (node == null) {
            return List.of();
        }
        List<Source> sources = convert("sources", () -> mapper.treeToValue(node, mapper.constructType(SOURCES)));
        rejectIfAny(SourceValidator.violations("#/sources", sources));
        return fields.has("covers") ? withCoverage(sources, takeText("covers")) : sources;
    }

    private static List<Source> withCoverage(List<Source> sources, String covers) {
        rejectIfAny(SourceCoverage.violation("#/covers", covers).stream().toList());
        return sources.stream()
                .map(source -> source.covers() == null ? source.withCovers(covers) : source)
                .toList();
    }

    /**
     * The content of a new claim.
     *
     * @param value the fields that differ from the recorded statement; empty if {@code holds} is false
     * @param holds false if the source says that the fact never happened
     */
    record Claimed(FactRequestBody value, boolean holds) {}

    /** Removes {@code value} or {@code "holds": false} and returns the claim. */
    Claimed takeClaim() {
        var value = fields.remove("value");
        var holds = fields.remove("holds");
        if (holds != null && !holds.isBoolean()) {
            throw Problem.invalid("holds", "must be true or false");
        }
        if (holds != null && !holds.asBoolean()) {
            if (value != null) {
                throw Problem.invalid("value", "A claim with \"holds\": false has no value");
            }
            return new Claimed(new FactRequestBody(mapper.createObjectNode(), mapper), false);
        }
        if (!(value instanceof ObjectNode differing) || differing.isEmpty()) {
            throw Problem.invalid("value", "Name the fields in which this source differs, or send \"holds\": false");
        }
        return new Claimed(new FactRequestBody(differing, mapper), true);
    }

    /**
     * Adds a field that comes from the URL.
     *
     * @throws Problem {@code invalid} if the body contains it
     */
    public FactRequestBody with(String field, String value) {
        if (fields.has(field)) {
            throw Problem.invalid(field, "is part of the address and cannot be in the body");
        }
        fields.put(field, value);
        return this;
    }

    /** Returns the remaining fields as a mutable object. Callers replace values in it by their canonical form. */
    public ObjectNode fields() {
        return fields;
    }

    /**
     * Converts the remaining fields to a statement.
     *
     * @throws Problem {@code invalid} if they do not form one
     */
    public <V> V statement(Class<V> type) {
        return statement(type, fields);
    }

    /** Returns the names of the remaining fields. */
    List<String> names() {
        var names = new ArrayList<String>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * Converts the whole body to one source.
     *
     * @throws Problem {@code invalid} if it is not a valid source
     */
    Source source() {
        var source = convert("", () -> mapper.treeToValue(fields, Source.class));
        rejectIfAny(SourceValidator.violations("#", source));
        return source;
    }

    /**
     * Requires that all fields have been taken.
     *
     * @throws Problem {@code invalid} if fields remain
     */
    void rejectUnknownFields() {
        names().stream().findFirst().ifPresent(field -> {
            throw Problem.invalid(field, "Unknown field");
        });
    }

    /**
     * Returns the statement with the remaining fields replaced. A field with the value {@code null} is removed from
     * the statement.
     */
    <V> V overlay(V statement, Class<V> type) {
        ObjectNode amended = mapper.valueToTree(statement);
        fields.properties().forEach(field -> amended.set(field.getKey(), field.getValue()));
        return statement(type, amended);
    }

    private <V> V statement(Class<V> type, ObjectNode fields) {
        V statement = convert("", () -> mapper.treeToValue(fields, type));
        var missing = RequiredFieldCheck.missing(statement);
        if (!missing.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, missing);
        }
        return statement;
    }

    private static void rejectIfAny(List<org.depositary.vocabulary.validation.Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.of(
                    ProblemType.INVALID,
                    violations.stream()
                            .map(violation -> new Flaw(violation.pointer(), violation.detail()))
                            .toList());
        }
    }

    @FunctionalInterface
    private interface Conversion<T> {
        T run() throws JsonProcessingException;
    }

    private static <T> T convert(String path, Conversion<T> conversion) {
        try {
            return conversion.run();
        } catch (JsonMappingException invalid) {
            var problem = JacksonExceptionConverter.invalid(invalid);
            throw path.isEmpty() ? problem : problem.inField(path);
        } catch (JsonProcessingException broken) {
            throw JacksonExceptionConverter.malformed(broken);
        }
    }
}

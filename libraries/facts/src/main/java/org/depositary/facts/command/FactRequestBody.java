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
import org.depositary.eventsourcing.http.JsonProblems;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.sources.SourceValidator;
import org.depositary.vocabulary.validation.TextValidator;

/**
 * The JSON body of a command on a fact: fields of the statement, plus fields such as {@code reason} and {@code
 * sources}. The {@code take…} methods remove a field and return it.
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
        throw Problem.invalid("", "A JSON object is needed here");
    }

    /**
     * Parses now, while no database connection is held. The result throws the problem if there is one: in the unit of
     * work, which keeps refusals under the idempotency key.
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

    /** Removes the sources and returns them; an empty list if there are none. */
    List<Source> takeOptionalSources() {
        var node = fields.remove("sources");
        if (node == null) {
            return List.of();
        }
        List<Source> sources = convert("sources", () -> mapper.treeToValue(node, mapper.constructType(SOURCES)));
        rejectIfAny(SourceValidator.violations("#/sources", sources));
        return sources;
    }

    /**
     * The content of a claim.
     *
     * @param value the fields that differ; empty if {@code holds} is false
     */
    record Claimed(FactRequestBody value, boolean holds) {}

    /** Removes {@code value} or {@code "holds": false} and returns the claim. */
    Claimed takeClaim() {
        var value = fields.remove("value");
        var holds = fields.remove("holds");
        if (holds != null && !holds.isBoolean()) {
            throw Problem.invalid("holds", "is true or false");
        }
        if (holds != null && !holds.asBoolean()) {
            if (value != null) {
                throw Problem.invalid("value", "What never happened has no value");
            }
            return new Claimed(new FactRequestBody(mapper.createObjectNode(), mapper), false);
        }
        if (!(value instanceof ObjectNode differing) || differing.isEmpty()) {
            throw Problem.invalid("value", "Name the fields in which this source differs, or say \"holds\": false");
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
            throw Problem.invalid(field, "is given by the address");
        }
        fields.put(field, value);
        return this;
    }

    /** The fields that are left, to read or to replace by their canonical form. */
    public ObjectNode fields() {
        return fields;
    }

    /** Reads the fields that are left as a statement. */
    public <V> V statement(Class<V> type) {
        return statement(type, fields);
    }

    /** The names of the fields that are left. */
    List<String> names() {
        var names = new ArrayList<String>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Reads the whole body as one source. */
    Source source() {
        var source = convert("", () -> mapper.treeToValue(fields, Source.class));
        rejectIfAny(SourceValidator.violations("#", source));
        return source;
    }

    /** @throws Problem {@code invalid} if a field is left */
    void rejectUnknownFields() {
        names().stream().findFirst().ifPresent(field -> {
            throw Problem.invalid(field, "There is no such field here");
        });
    }

    /** Overlays the statement with the fields that are left. {@code null} removes a field. */
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
            var problem = JsonProblems.invalid(invalid);
            throw path.isEmpty() ? problem : problem.inField(path);
        } catch (JsonProcessingException broken) {
            throw JsonProblems.malformed(broken);
        }
    }
}

package org.depositary.facts.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.JsonFlaws;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.SourceValidator;
import org.depositary.vocabulary.TextValidator;

/** The JSON body of a command about a fact: fields of the statement, and what stands beside it. */
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
     * The body, which must be an object.
     *
     * @param mapper the service's: it knows the words of its statements
     */
    public static FactRequestBody of(JsonNode body, ObjectMapper mapper) {
        if (body instanceof ObjectNode object) {
            return new FactRequestBody(object.deepCopy(), mapper);
        }
        throw Problem.invalid("", "A JSON object is needed here");
    }

    /** Takes the field out of the body: its text, or a problem when it is missing or no text. */
    public String takeText(String field) {
        var value = fields.remove(field);
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            throw Problem.invalid(field, "is required");
        }
        return value.asText();
    }

    /** Why something is corrected or retracted; required. */
    String takeReason() {
        var reason = takeText("reason");
        refuse(TextValidator.violation("#/reason", reason, MAX_REASON).stream().toList());
        return reason;
    }

    /** At least one valid source. */
    public List<Source> takeSources() {
        var sources = takeSourcesIfAny();
        if (sources.isEmpty()) {
            throw Problem.invalid("sources", "Every fact needs at least one source");
        }
        return sources;
    }

    /** Valid sources, or none. */
    List<Source> takeSourcesIfAny() {
        var node = fields.remove("sources");
        if (node == null) {
            return List.of();
        }
        List<Source> sources = convert("sources", () -> mapper.treeToValue(node, mapper.constructType(SOURCES)));
        refuse(SourceValidator.violations("#/sources", sources));
        return sources;
    }

    /**
     * What a claim says.
     *
     * @param value the fields in which it differs; empty when it says that the thing never happened
     */
    record Claimed(FactRequestBody value, boolean holds) {}

    /** A claim: {@code value}, or {@code "holds": false}. */
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

    /** Puts a field that does not come from the body, and must not. */
    public FactRequestBody with(String field, String value) {
        if (fields.has(field)) {
            throw Problem.invalid(field, "is given by the address");
        }
        fields.put(field, value);
        return this;
    }

    /** The body's own fields, to look at or to replace one by its canonical form. */
    public ObjectNode fields() {
        return fields;
    }

    /** What is left in the body, as a statement. */
    public <V> V statement(Class<V> type) {
        return statement(type, fields);
    }

    /** The names of what is left in the body. */
    List<String> names() {
        var names = new ArrayList<String>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The body itself as one source. */
    Source source() {
        var source = convert("", () -> mapper.treeToValue(fields, Source.class));
        refuse(SourceValidator.violations("#", source));
        return source;
    }

    /** Nothing may be left in the body now. */
    void refuseOthers() {
        names().stream().findFirst().ifPresent(field -> {
            throw Problem.invalid(field, "There is no such field here");
        });
    }

    /** What is left in the body, put over the given statement; {@code null} takes a field away. */
    <V> V over(V statement, Class<V> type) {
        ObjectNode amended = mapper.valueToTree(statement);
        fields.properties().forEach(field -> amended.set(field.getKey(), field.getValue()));
        return statement(type, amended);
    }

    private <V> V statement(Class<V> type, ObjectNode fields) {
        V statement = convert("", () -> mapper.treeToValue(fields, type));
        var missing = RequiredFields.missing(statement);
        if (!missing.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, missing);
        }
        return statement;
    }

    private static void refuse(List<org.depositary.vocabulary.Violation> violations) {
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
            var problem = JsonFlaws.invalid(invalid);
            throw path.isEmpty() ? problem : problem.inField(path);
        } catch (JsonProcessingException broken) {
            throw JsonFlaws.malformed(broken);
        }
    }
}

package org.depositary.gateway.openapi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.fields.RecordJavadoc;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * A record as Jackson writes it, without empty {@code Optional}s.
 *
 * @param type the record
 * @param name the name of its schema; for a generic record, the start of the name
 * @param isOpen whether the JSON has fields whose names are data
 */
record JsonRecord(ClassInfo type, String name, List<Field> fields, boolean isOpen) {

    private static final DotName OPTIONAL = DotName.createSimple("java.util.Optional");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName ANY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonAnyGetter");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    /**
     * A field of the JSON.
     *
     * @param component the component of the record from which Jackson writes it
     */
    record Field(String name, boolean isRequired, boolean isNullable, FieldInfo component) {

        Optional<String> description() {
            return RecordJavadoc.ofField(component.declaringClass().name().toString(), component.name());
        }
    }

    Optional<String> description() {
        return RecordJavadoc.ofType(type.name().toString());
    }

    static JsonRecord of(ClassInfo type, IndexView classes) {
        return new JsonRecord(type, name(type), fields(type, classes).toList(), isOpen(type, classes));
    }

    Set<String> names() {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    private static String name(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null
                ? schema.value("name").asString()
                : type.simpleName();
    }

    private static Stream<Field> fields(ClassInfo type, IndexView classes) {
        return components(type).flatMap(component -> {
            if (component.hasAnnotation(ANY)) {
                return Stream.empty();
            }
            if (component.hasAnnotation(UNWRAPPED)) {
                return fields(classes.getClassByName(component.type().name()), classes);
            }
            return Stream.of(field(type, component));
        });
    }

    private static Field field(ClassInfo type, FieldInfo component) {
        var property = component.annotation(PROPERTY);
        var name = property == null || property.value() == null
                ? component.name()
                : property.value().asString();
        boolean isOptional = component.type().name().equals(OPTIONAL);
        boolean isWritten = includes("ALWAYS", type, component);
        boolean isLeftOut = isOptional && !isWritten || includes("NON_EMPTY", type, component);
        // Outside the gateway, an absent field is null and has no Optional.
        boolean isOfGateway = type.name().toString().startsWith("org.depositary.gateway.");
        return new Field(name, isOfGateway && !isLeftOut, isOptional && isWritten, component);
    }

    private static boolean includes(String rule, ClassInfo type, FieldInfo component) {
        return Stream.of(component.annotation(INCLUDE), type.declaredAnnotation(INCLUDE))
                .filter(include -> include != null)
                .limit(1)
                .anyMatch(include -> include.value().asEnum().equals(rule));
    }

    private static boolean isOpen(ClassInfo type, IndexView classes) {
        return components(type)
                .anyMatch(component -> component.hasAnnotation(ANY)
                        || component.hasAnnotation(UNWRAPPED)
                                && isOpen(
                                        classes.getClassByName(component.type().name()), classes));
    }

    private static Stream<FieldInfo> components(ClassInfo type) {
        return type.unsortedRecordComponents().stream().map(component -> type.field(component.name()));
    }
}

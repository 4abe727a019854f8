package org.depositary.gateway.read.fields;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.gateway.read.fields.ItemField.Shape;

/** Reads the fields of a Java type as Jackson serializes it, so that names are those of the JSON. */
final class ItemFieldReader {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new Jdk8Module()).build();
    private static final SerializationConfig CONFIG = MAPPER.getSerializationConfig();

    /** The types around the current one. A type within itself has open fields, because its depth depends on the data. */
    private final List<JavaType> enclosing;

    private ItemFieldReader(List<JavaType> enclosing) {
        this.enclosing = enclosing;
    }

    static List<ItemField> fields(Type type) {
        return new ItemFieldReader(List.of()).fields(MAPPER.constructType(type));
    }

    private List<ItemField> fields(JavaType type) {
        BeanDescription description = CONFIG.introspect(type);
        var anyGetter = description.findAnyGetter();
        return description.findProperties().stream()
                .filter(BeanPropertyDefinition::couldSerialize)
                .flatMap(property -> anyGetter != null && property.getName().equals(anyGetter.getName())
                        ? Stream.of(new ItemField(
                                property.getName(), Shape.FURTHER_FIELDS, Object.class, false, false, List.of()))
                        : fields(property))
                .toList();
    }

    private Stream<ItemField> fields(BeanPropertyDefinition property) {
        var type = property.getPrimaryType();
        NameTransformer unwrapping =
                CONFIG.getAnnotationIntrospector().findUnwrappingNameTransformer(property.getAccessor());
        if (unwrapping != null) {
            return fields(type).stream();
        }
        var like = property.hasField() ? property.getField().getAnnotation(ItemsLike.class) : null;
        return Stream.of(
                like == null
                        ? field(property, type)
                        : new ItemField(
                                property.getName(), Shape.OBJECTS, like.value(), true, true, fields(like.value())));
    }

    private ItemField field(BeanPropertyDefinition property, JavaType declared) {
        var type = declared.isReferenceType() ? declared.getContentType() : declared;
        boolean isArray = type.isCollectionLikeType() || type.isArrayType();
        var element = isArray ? type.getContentType() : type;
        var shape = shape(element, isArray);
        return new ItemField(
                property.getName(),
                shape,
                element.getRawClass(),
                isArray,
                isRequired(property, declared),
                shape == Shape.OBJECT || shape == Shape.OBJECTS
                        ? within(element).fields(element)
                        : List.of());
    }

    private Shape shape(JavaType element, boolean isArray) {
        boolean isOpen = element.isMapLikeType()
                || element.isTypeOrSubTypeOf(JsonNode.class)
                || element.isJavaLangObject()
                || element.isCollectionLikeType()
                || enclosing.contains(element);
        if (isOpen) {
            return Shape.OPEN;
        }
        if (!element.getRawClass().isRecord()) {
            return Shape.VALUE;
        }
        return isArray ? Shape.OBJECTS : Shape.OBJECT;
    }

    private ItemFieldReader within(JavaType element) {
        var within = new ArrayList<>(enclosing);
        within.add(element);
        return new ItemFieldReader(within);
    }

    /** In records of the vocabulary, which have no Optional, every field can be absent. */
    private static boolean isRequired(BeanPropertyDefinition property, JavaType declared) {
        boolean isOfGateway =
                property.getAccessor().getDeclaringClass().getName().startsWith("org.depositary.gateway.");
        return declared.isPrimitive() || isOfGateway && !declared.isReferenceType();
    }
}

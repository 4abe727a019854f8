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
                        ? Stream.of(new ItemField(property.getName(), Shape.FURTHER_FIELDS, List.of()))
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
                        ? field(property.getName(), type)
                        : new ItemField(property.getName(), Shape.OBJECTS, fields(like.value())));
    }

    private ItemField field(String name, JavaType declared) {
        var type = declared.isReferenceType() ? declared.getContentType() : declared;
        boolean isArray = type.isCollectionLikeType() || type.isArrayType();
        var element = isArray ? type.getContentType() : type;
        if (element.isMapLikeType() || element.isTypeOrSubTypeOf(JsonNode.class) || element.isJavaLangObject()) {
            return new ItemField(name, Shape.OPEN, List.of());
        }
        if (element.isCollectionLikeType() || enclosing.contains(element)) {
            return new ItemField(name, Shape.OPEN, List.of());
        }
        if (!element.getRawClass().isRecord()) {
            return new ItemField(name, isArray ? Shape.VALUES : Shape.VALUE, List.of(), ValueType.of(element));
        }
        var within = new ArrayList<>(enclosing);
        within.add(element);
        return new ItemField(name, isArray ? Shape.OBJECTS : Shape.OBJECT, new ItemFieldReader(within).fields(element));
    }
}

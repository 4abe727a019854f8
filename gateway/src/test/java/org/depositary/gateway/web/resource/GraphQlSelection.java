package org.depositary.gateway.web.resource;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Selects every field of a list, by introspection. Lists and objects that need a read of their own have their type only. */
record GraphQlSelection(JsonPath schema) {

    static final String INTROSPECTION = """
            { __schema { types { name fields { name args { name }
              type { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } } }
            """;

    String ofConnection(String parent, String field) {
        return fields(parent).stream()
                .filter(each -> each.get("name").equals(field))
                .map(each -> of(typeName(each)))
                .findFirst()
                .orElseThrow();
    }

    private String of(String type) {
        return fields(type).stream().map(this::selected).collect(Collectors.joining(" ", "{ ", " }"));
    }

    private String selected(Map<String, Object> field) {
        var name = field.get("name").toString();
        boolean isScalar = fields(typeName(field)).isEmpty();
        boolean isRead = !((List<?>) field.get("args")).isEmpty();
        return isScalar ? name : name + (isRead ? " { __typename }" : " " + of(typeName(field)));
    }

    private List<Map<String, Object>> fields(String type) {
        List<Map<String, Object>> found =
                schema.param("type", type).getList("data.__schema.types.find { it.name == type }.fields");
        return found == null ? List.of() : found;
    }

    private static String typeName(Map<String, Object> field) {
        var type = (Map<?, ?>) field.get("type");
        while (type.get("name") == null) {
            type = (Map<?, ?>) type.get("ofType");
        }
        return type.get("name").toString();
    }
}

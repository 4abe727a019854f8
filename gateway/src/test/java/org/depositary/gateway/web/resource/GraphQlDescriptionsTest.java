package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that introspection describes every type, field and argument. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GraphQlDescriptionsTest {

    private static final String SCHEMA = """
            { __schema { types { name description
              fields { name description args { name description } } inputFields { name description } } } }
            """;

    @Test
    void everything_has_a_description() {
        var types = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("query", SCHEMA))
                .post("/graphql")
                .jsonPath()
                .<Map<String, Object>>getList("data.__schema.types");
        assertThat(types).hasSizeGreaterThan(40);
        assertThat(types.stream().flatMap(GraphQlDescriptionsTest::undescribed)).isEmpty();
    }

    private static Stream<String> undescribed(Map<String, Object> type) {
        var name = (String) type.get("name");
        return name.startsWith("__")
                ? Stream.empty()
                : Stream.of(
                                Stream.of(type)
                                        .filter(one -> isUndescribed(one))
                                        .map(one -> name),
                                children(type, "fields").flatMap(field -> undescribed(name, field)),
                                children(type, "inputFields").flatMap(field -> undescribed(name, field)))
                        .flatMap(each -> each);
    }

    private static Stream<String> undescribed(String parent, Map<String, Object> field) {
        var name = parent + "." + field.get("name");
        return Stream.concat(
                Stream.of(field).filter(one -> isUndescribed(one)).map(one -> name),
                children(field, "args").flatMap(argument -> undescribed(name, argument)));
    }

    private static boolean isUndescribed(Map<String, Object> element) {
        return Optional.ofNullable((String) element.get("description"))
                .filter(text -> !text.isBlank())
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> children(Map<String, Object> element, String name) {
        return Optional.ofNullable((List<Map<String, Object>>) element.get(name)).stream()
                .flatMap(List::stream);
    }
}

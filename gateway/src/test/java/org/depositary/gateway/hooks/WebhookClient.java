package org.depositary.gateway.hooks;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.depositary.testing.RealPostgresAndKafka;

/** A client of {@code /api/webhooks} with a subject of its own. */
public final class WebhookClient {

    private final String token;

    public WebhookClient(String role) {
        this.token = RealPostgresAndKafka.token(role, "subject-" + UUID.randomUUID());
    }

    public JsonPath subscribe(String url, String organization) {
        return subscribe(Map.of("url", url, "filter", Map.of("organization", List.of(organization))));
    }

    public JsonPath subscribe(Map<String, Object> body) {
        return post("", body).statusCode(201).extract().jsonPath();
    }

    public ValidatableResponse post(String path, Object body) {
        var request = given().auth().oauth2(token);
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post("/api/webhooks" + path).then();
    }

    public ValidatableResponse postWithKey(Object body, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/webhooks")
                .then();
    }

    public ValidatableResponse get(String path) {
        return given().auth().oauth2(token).get("/api/webhooks" + path).then();
    }

    public ValidatableResponse delete(String id) {
        return given().auth().oauth2(token).delete("/api/webhooks/" + id).then();
    }

    public List<Map<String, Object>> deliveries(String id) {
        return get("/" + id + "/deliveries")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** The values of a field of the deliveries, the oldest first. */
    public List<Object> deliveries(String id, String field) {
        return deliveries(id).reversed().stream().map(item -> item.get(field)).toList();
    }
}

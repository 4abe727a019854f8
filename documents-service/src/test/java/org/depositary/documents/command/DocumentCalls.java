package org.depositary.documents.command;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.documents.Sha256;
import org.depositary.testing.RealPostgresAndKafka;

/** Calls as those make them who send documents. */
public final class DocumentCalls {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private DocumentCalls() {}

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(RealPostgresAndKafka.token(role));
    }

    /** Bytes as they are, under that Content-Type as it is. */
    public static RequestSpecification bytes(String role, String type, byte[] bytes) {
        var asIs = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(type, ContentType.BINARY);
        return as(role).config(RestAssuredConfig.config().encoderConfig(asIs))
                .contentType(type)
                .body(bytes);
    }

    public static Response send(String type, byte[] bytes) {
        return bytes("contributor", type, bytes).post("/api/documents");
    }

    /** Words that no other document has. */
    public static byte[] words(String text) {
        return "%s\n\nThis is document number %d of these tests, and no other has the same words in it.\n"
                .formatted(text, COUNT.incrementAndGet())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a text and gives its id. */
    public static String aDocument(String text) {
        var bytes = words(text);
        send("text/plain", bytes).then().statusCode(202);
        return id(bytes);
    }

    public static String id(byte[] bytes) {
        return Sha256.of(bytes).substring(0, 32);
    }

    public static RequestSpecification json(String role, String body) {
        return as(role).contentType("application/json").body(body);
    }
}

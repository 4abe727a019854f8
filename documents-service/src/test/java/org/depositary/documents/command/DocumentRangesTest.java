package org.depositary.documents.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.documents.command.DocumentCalls.as;
import static org.depositary.documents.command.DocumentCalls.id;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a client can resume the download of a document, and does not load again what it has. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "documents"))
class DocumentRangesTest {

    /** Two and a half of the parts in which the bytes are stored. */
    private static final int LENGTH = 5 * 512 * 1024;

    private final byte[] document = new byte[LENGTH];
    private String tag;

    @BeforeEach
    void send() {
        new Random(17).nextBytes(document);
        tag = "\"" + id(document) + "\"";
        DocumentCalls.send("application/octet-stream", document).then().statusCode(anyOf(is(202), is(200)));
    }

    private Response range(String range, String... headers) {
        var request = as("contributor").header("Range", range);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get("/api/documents/{id}/content", id(document));
    }

    @Test
    void a_range_over_the_edge_of_two_parts_comes_back_byte_by_byte() {
        int first = 1024 * 1024 - 3;
        var answer = range("bytes=%d-%d".formatted(first, first + 9));
        answer.then()
                .statusCode(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(first, first + 9, LENGTH))
                .header("Content-Length", "10")
                .header("Accept-Ranges", "bytes")
                .header("ETag", tag);
        assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(document, first, first + 10));
    }

    @Test
    void a_download_in_pieces_equals_the_whole() {
        var pieces = new ByteArrayOutputStream();
        while (pieces.size() < LENGTH) {
            int first = pieces.size();
            var answer = range("bytes=%d-%d".formatted(first, first + 999_999), "If-Range", tag);
            answer.then().statusCode(206);
            pieces.writeBytes(answer.asByteArray());
        }
        assertThat(pieces.toByteArray()).isEqualTo(document);
        assertThat(range("bytes=-7").asByteArray()).isEqualTo(Arrays.copyOfRange(document, LENGTH - 7, LENGTH));
    }

    @Test
    void a_range_after_the_end_is_refused() {
        range("bytes=%d-".formatted(LENGTH))
                .then()
                .statusCode(416)
                .contentType(startsWith("application/problem+json"))
                .header("Content-Range", "bytes */" + LENGTH)
                .body("type", equalTo("/problems/range-not-satisfiable"));
    }

    @Test
    void several_ranges_or_another_tag_return_the_whole() {
        range("bytes=0-1,4-5").then().statusCode(200).header("Content-Length", Integer.toString(LENGTH));
        for (var other : new String[] {"\"another\"", "W/" + tag, "Sun, 06 Nov 1994 08:49:37 GMT"}) {
            range("bytes=0-1", "If-Range", other)
                    .then()
                    .statusCode(200)
                    .header("Content-Range", nullValue())
                    .header("Content-Length", Integer.toString(LENGTH));
        }
    }

    @Test
    void who_has_the_bytes_gets_none() {
        for (var known : new String[] {tag, "W/" + tag, "\"a\", " + tag, "*"}) {
            var answer = range("bytes=0-1", "If-None-Match", known);
            answer.then().statusCode(304).header("ETag", tag);
            assertThat(answer.asByteArray()).isEmpty();
        }
        range("bytes=0-1", "If-None-Match", "\"another\"").then().statusCode(206);
    }

    @Test
    void head_tells_the_length_and_ignores_a_range() {
        var answer = as("contributor").header("Range", "bytes=0-1").head("/api/documents/{id}/content", id(document));
        answer.then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(LENGTH))
                .header("Accept-Ranges", "bytes")
                .header("ETag", tag);
        assertThat(answer.asByteArray()).isEmpty();
    }
}

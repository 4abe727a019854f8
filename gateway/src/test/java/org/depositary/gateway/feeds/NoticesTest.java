package org.depositary.gateway.feeds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests the feed of changes of the interface. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class NoticesTest {

    @Test
    void notices_are_an_atom_feed_with_stable_ids() {
        var feed = given().get("/api/notices.atom")
                .then()
                .statusCode(200)
                .contentType("application/atom+xml")
                .extract();
        assertThat(feed.xmlPath().<String>getList("feed.entry.id"))
                .contains("tag:depositary.org,2026:notice/feeds")
                .doesNotHaveDuplicates();
        given().header("If-None-Match", feed.header("ETag"))
                .get("/api/notices.atom")
                .then()
                .statusCode(304);
    }

    @Test
    void a_deprecated_operation_is_a_notice() throws Exception {
        var item = new ObjectMapper().readTree("""
                {"get": {"operationId": "old", "summary": "Old", "deprecated": true, "x-deprecated-since": "2026-01-31",
                         "x-sunset": "2027-01-31"},
                 "post": {"operationId": "kept"}}
                """);
        var notices = InterfaceNotices.deprecations("/api/old", item).toList();
        assertThat(notices).hasSize(1);
        var entry = notices.getFirst().entry("https://register.example.org/docs#old");
        assertThat(entry.title()).isEqualTo("Deprecated: GET /api/old");
        assertThat(entry.html()).contains("It may be gone from 2027-01-31 on");
        assertThat(entry.updated()).hasToString("2026-01-31T00:00:00Z");
    }
}

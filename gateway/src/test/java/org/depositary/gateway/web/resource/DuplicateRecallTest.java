package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.texts.MadeUpTexts;
import org.depositary.testing.RealPostgresAndKafka;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures which of 2,000 documents are listed as near duplicates, and how many are compared to find them. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@Tag("full")
class DuplicateRecallTest {

    private static final Logger LOG = Logger.getLogger(DuplicateRecallTest.class);
    private static final int UNRELATED = 1_500;
    private static final int ORIGINALS = 100;
    private static final String CLOSING = " done at %s on %s in two originals";

    @Inject
    Register register;

    @Inject
    GatewayTableQueries log;

    private final MadeUpTexts texts = new MadeUpTexts(14);
    private final List<String> documents = new ArrayList<>();
    private final List<String> originals = new ArrayList<>();
    private final Map<String, Map<String, String>> variants = new HashMap<>();

    @Test
    void near_duplicates_are_found_and_others_are_not() {
        for (int i = 0; i < UNRELATED; i++) {
            publish(texts.text(100 + i));
        }
        for (int i = 0; i < ORIGINALS; i++) {
            publishWithVariants(texts.text(100 + 15 * i));
        }
        // This test waits for the rows itself. So many versions would not fit into the headers of the next test.
        register.after();
        var ids = String.join(",", documents);
        for (var table : List.of("text_signature s", "document s (document)")) {
            await().untilAsserted(() -> assertThat(log.select(
                            "SELECT count(*) FROM %s WHERE document = ANY (string_to_array(?, ','))".formatted(table),
                            ids))
                    .containsExactly(Integer.toString(documents.size())));
        }
        assertListed();
        assertFewCompared();
    }

    private void publishWithVariants(String text) {
        var original = publish(text + CLOSING.formatted("astana", "5 july 2005"));
        originals.add(original);
        var others = new HashMap<String, String>();
        for (int percent : List.of(1, 5, 20)) {
            others.put(
                    publish(texts.withOtherWords(text, percent) + CLOSING.formatted("astana", "5 july 2005")),
                    percent + " %");
        }
        others.put(publish(text + CLOSING.formatted("tashkent", "17 june 2004")), "date and place");
        variants.put(original, others);
    }

    private String publish(String text) {
        var id = UUID.randomUUID().toString().replace("-", "");
        documents.add(id);
        register.document(id, "document-received", """
                "sha256": "%s%s", "bytes": 100, "mediaType": "text/plain", "rights": "public", "metadata": {}
                """.formatted(id, id));
        register.text(id + "/0", """
                {"document": "%s", "extraction": 1, "chunk": 0, "chunks": 1, "start": 0, "text": "%s",
                 "rights": "public", "passages": []}
                """.formatted(id, text));
        return id;
    }

    private void assertListed() {
        var found = new HashMap<String, Integer>();
        int wrong = 0;
        for (var original : originals) {
            var answer = RestAssured.get("/api/documents/" + original);
            assertThat(answer.<List<String>>path("sameTextAs")).isEmpty();
            Set<String> listed = new HashSet<>(answer.<List<String>>path("nearDuplicates.document"));
            variants.get(original).forEach((id, kind) -> found.merge(kind, listed.contains(id) ? 1 : 0, Integer::sum));
            listed.removeAll(variants.get(original).keySet());
            wrong += listed.size();
        }
        LOG.infof("Of %d near duplicates of each kind, listed: %s; others listed: %d", ORIGINALS, found, wrong);
        assertThat(found.get("1 %")).isEqualTo(ORIGINALS);
        assertThat(found.get("5 %")).isEqualTo(ORIGINALS);
        assertThat(found.get("date and place")).isEqualTo(ORIGINALS);
        assertThat(found.get("20 %")).isGreaterThanOrEqualTo(ORIGINALS * 9 / 10);
        assertThat(wrong).isLessThanOrEqualTo(ORIGINALS / 50);
    }

    private void assertFewCompared() {
        var compared = log.select("""
                SELECT count(*) FROM text_signature mine JOIN text_signature other
                    ON other.bands && mine.bands AND other.document <> mine.document
                WHERE mine.document = ANY (string_to_array(?, ','))
                """, String.join(",", originals));
        LOG.infof("Compared for %d documents: %s", originals.size(), compared);
        assertThat(Integer.parseInt(compared.getFirst())).isLessThan(originals.size() * 20);
    }
}

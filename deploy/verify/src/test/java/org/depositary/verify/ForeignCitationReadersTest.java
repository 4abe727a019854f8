package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs that others wrote read the citations and pages of every kind of record. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ForeignCitationReadersTest {

    private final TestInstallation installation;
    private final OriginClient reader;

    ForeignCitationReadersTest(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
    }

    @Test
    void parsers_of_bibtex_csl_and_html_understand_every_kind_of_record() throws Exception {
        var addresses = new CitableRecords(installation).addresses();
        assertThat(addresses).hasSizeGreaterThan(15);
        var arguments = Stream.concat(Stream.of(reader.origin().toString()), addresses.stream());
        var read = GatewayAnswer.JSON.readTree(ForeignClients.run("citations.js", arguments.toArray(String[]::new)));
        for (var address : addresses) {
            var record = read.path(address);
            assertThat(record.path("faults")).as("page of " + address).isEmpty();
            assertCited(address, record.at("/bibtex"), record.at("/csl/item"));
            assertThat(withStraightQuotes(record.at("/csl/bibliography").asText()))
                    .as(address)
                    .contains(withStraightQuotes(record.at("/csl/item/title").asText()));
        }
    }

    /** The style writes typographic quotes. */
    private static String withStraightQuotes(String text) {
        return text.replaceAll("[“”]", "\"").replaceAll("[‘’]", "'");
    }

    private void assertCited(String address, JsonNode bibtex, JsonNode csl) {
        assertThat(bibtex.path("errors")).as(address).isEmpty();
        assertThat(bibtex.path("entries")).as(address).hasSize(1);
        var entry = bibtex.at("/entries/0");
        assertThat(entry.path("key").asText())
                .isEqualTo(csl.path("id").asText())
                .matches("[A-Za-z0-9.-]+");
        assertThat(withStraightQuotes(entry.at("/fields/title").asText()))
                .isEqualTo(withStraightQuotes(csl.path("title").asText()))
                .isNotEmpty();
        assertThat(entry.at("/fields/author/0/name").asText())
                .isEqualTo(csl.at("/author/0/literal").asText());
        assertThat(entry.at("/fields/year").asText())
                .isEqualTo(csl.at("/issued/date-parts/0/0").asText());
        var url = csl.path("URL").asText();
        assertThat(entry.at("/fields/url").asText()).isEqualTo(url).contains("known-at=");
        var cited = reader.get(url).expect(200);
        assertThat(cited.header("Content-Type")).startsWith("application/json");
    }
}

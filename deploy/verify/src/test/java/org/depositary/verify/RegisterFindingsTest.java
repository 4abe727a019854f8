package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The findings of the starting register: errors in its sources, and the effect of a curator's decisions. */
@ExtendWith(SharedInstallation.class)
class RegisterFindingsTest {

    private final OriginClient reader;
    private final OriginClient curator;

    RegisterFindingsTest(TestInstallation installation) {
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
    }

    @Test
    void errors_inside_sources_are_told_with_the_sources() {
        var place = list("/api/organizations/sco/findings?kind=place");
        assertThat(details(place)).contains("Bishkek is placed in Tajikistan, but it is known in Kyrgyzstan");
        assertThat(place.getFirst().path("facts").get(0).asText()).startsWith("/api/organs/");
        assertThat(place.getFirst().path("sources").get(0).path("author").asText())
                .isEqualTo("Tim Lagrange");
        assertThat(details(list("/api/organizations/csto/findings?kind=contradiction")))
                .anySatisfy(detail -> assertThat(detail)
                        .contains("Central Security Treaty Organization", "Collective Security Treaty Organization"))
                .contains("one source says that it did not happen");
        assertThat(details(list("/api/parties/KZ/findings?kind=quotient")))
                .containsExactly("gdp per head is 5043 USD, but gdp divided by population is 3410.71");
        assertThat(list("/api/findings?kind=quotient")).hasSize(6);
    }

    @Test
    void contradictions_sums_and_what_nobody_has_registered_are_told() {
        assertThat(details(list("/api/organizations/sco/findings?kind=sum"))).contains("shares sum to 103");
        assertThat(details(list("/api/organizations/sco/findings?kind=contradiction")))
                .contains("sources disagree on effective: 2003-06 or 2004 or 2004-01-15")
                .contains("sources disagree on effective: 2001-06-15 or 2001-06-16");
        assertThat(details(list("/api/organizations/sco/findings?kind=unregistered")))
                .contains("no organization 'united-nations' is registered")
                .doesNotContain("no organization 'csto' is registered", "no instrument 'sco-charter' is registered");
        assertThat(list("/api/organizations/sco/findings?kind=overlap")).isEmpty();
        assertThat(list("/api/organizations/sco/findings?kind=no-passage&limit=1000"))
                .isNotEmpty();
    }

    @Test
    void a_finding_goes_with_the_correction_and_stays_in_what_was_known_before() {
        var source = List.of(CommandBodies.SOURCE);
        var recorded = curator.post(
                        "/api/organizations/cst/contributions",
                        Map.of(
                                "period",
                                "1999",
                                "unit",
                                "percent",
                                "shares",
                                Map.of("RU", 60, "BY", 30),
                                "sources",
                                source))
                .expect(201);
        var before = after(recorded);
        assertThat(details(before.items())).containsExactly("shares sum to 90");
        var corrected = curator.post(
                        recorded.header("Location") + "/corrections",
                        Map.of("shares", Map.of("RU", 60, "BY", 40), "reason", "Misread", "sources", source))
                .expect(201);
        assertThat(after(corrected).items()).isEmpty();
        assertThat(list("/api/organizations/cst/findings?kind=sum&known-at=" + before.cursor()))
                .hasSize(1);
    }

    @Test
    void a_state_is_shown_with_its_codes_and_what_came_before_and_after_it() {
        var soviet = reader.get("/api/parties/cow:365?on=1970-01-01&lang=nl")
                .expect(200)
                .body();
        assertThat(soviet.path("code").asText()).isEqualTo("SUHH");
        assertThat(soviet.path("name").asText()).isEqualTo("Sovjet-Unie");
        assertThat(soviet.path("until").path("edtf").asText()).isEqualTo("1991-12-26");
        assertThat(soviet.path("successors")).extracting(JsonNode::asText).contains("RU", "KZ", "UZ");
        var belarus = reader.get("/api/parties/Wit-Rusland").expect(200).body();
        assertThat(belarus.path("codes"))
                .extracting(code -> code.path("code").asText())
                .contains("BY", "BLR", "BYAA", "cow:370", "gw:370", "m49:112");
        assertThat(belarus.path("predecessors")).extracting(JsonNode::asText).containsExactly("SUHH");
    }

    private GatewayAnswer after(GatewayAnswer written) {
        return reader.getAfter(written.header("Depositary-Version"), "/api/organizations/cst/findings?kind=sum")
                .expect(200);
    }

    private List<JsonNode> list(String path) {
        return reader.get(path).expect(200).items();
    }

    private static List<String> details(List<JsonNode> findings) {
        return findings.stream().map(finding -> finding.path("detail").asText()).toList();
    }
}

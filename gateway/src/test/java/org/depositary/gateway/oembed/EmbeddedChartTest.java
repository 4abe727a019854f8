package org.depositary.gateway.oembed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedChartTest {

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource({
        "/organizations/sco, /embed/organizations/sco/timeline",
        "/organizations/sco?on=2005-07-05&open=/api/x&tab=organs, /embed/organizations/sco/timeline?on=2005-07-05",
        "/parties/cow:365?lang=nl, /embed/parties/cow:365/timeline?lang=nl",
        "/parties/cow%3A365?lang=nl, /embed/parties/cow:365/timeline?lang=nl",
        "/embed/organizations/sco/map?on=2001-06-15, /embed/organizations/sco/map?on=2001-06-15",
        "/embed/parties/UZ/timeline, /embed/parties/UZ/timeline",
        "/exercises?party=CN&from=2003, /embed/exercises/map?party=CN&from=2003",
        "/exercises?tab=list, /embed/exercises/map",
        "/exercises?tab=matrix&from=2003, /embed/exercises/matrix?from=2003",
        "/embed/exercises/matrix?from=2003, /embed/exercises/matrix?from=2003",
        "/exercises/1f2e, /embed/exercises/1f2e/map",
        "/embed/exercises/1f2e/map, /embed/exercises/1f2e/map",
    })
    void a_page_has_the_bare_page_of_its_chart(String page, String bare) {
        assertThat(EmbeddedChart.at(URI.create(page)))
                .hasValueSatisfying(chart -> assertThat(chart.path()).isEqualTo(bare));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/desk",
                "/organizations",
                "/organizations/sco/map",
                "/organizations/a%20b",
                "/embed/organizations/sco",
                "/embed/parties/UZ/map",
                "/embed/organizations/../timeline",
                "/embed/exercises",
                "/embed/exercises/1f2e/matrix",
            })
    void other_addresses_have_no_chart(String address) {
        assertThat(EmbeddedChart.at(URI.create(address))).isEmpty();
    }

    @Test
    void a_view_stays_encoded_in_the_address_and_is_decoded_as_a_value() {
        var chart = EmbeddedChart.at(URI.create("/organizations/sco?known-at=2026-01-01T00:00:00%2B01:00&x=%22"))
                .orElseThrow();
        assertThat(chart.parameter("known-at")).hasValue("2026-01-01T00:00:00+01:00");
        assertThat(chart.path()).endsWith("?known-at=2026-01-01T00:00:00%2B01:00&x=%22");
    }
}

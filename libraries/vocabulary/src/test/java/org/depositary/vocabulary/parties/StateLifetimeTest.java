package org.depositary.vocabulary.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import org.depositary.vocabulary.dates.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateLifetimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KZ | 1985 | KZ began on 1991-12-16, after the effective date 1985",
                "cow:817 | 1980 | cow:817 ended on 1975-04-30, before the effective date 1980",
                "SUHH | 1992-01-02 | SUHH ended on 1991-12-26, before the effective date 1992-01-02",
                "SUHH | 1919 | SUHH began on 1922-12-30, after the effective date 1919",
                "SUHH | 1992/.. | SUHH ended on 1991-12-26, before the effective date 1992/..",
            })
    void warns_of_a_date_outside_the_time_of_a_state(String party, String date, String warning) {
        assertThat(StateLifetime.warning(new Party(party), PartialDate.parse(date)))
                .contains(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "KZ, 1991",
        "KZ, ../1995",
        "KZ, 2020",
        "SUHH, 1991",
        "SUHH, 1991-12-25",
        "SUHH, 1980/..",
        "FR, 1800",
        "cow:240, 1815",
        "csto, 1800",
        "UA, 1945"
    })
    void does_not_warn_of_other_dates(String party, String date) {
        assertThat(StateLifetime.warning(new Party(party), PartialDate.parse(date)))
                .isEmpty();
    }

    @Test
    void lists_each_present_state_once() {
        var rows = CsvResourceReader.rows("state-beginnings.csv");
        var seen = new HashSet<String>();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(seen.add(row.get(0))).isTrue();
            assertThat(LocalDate.parse(row.get(1))).isAfter("1900-01-01").isBefore("2026-01-01");
            assertThat(PartyLookup.all()).contains(new Party(row.get(0)));
            assertThat(PartyLookup.former(new Party(row.get(0)))).isEmpty();
        });
    }
}

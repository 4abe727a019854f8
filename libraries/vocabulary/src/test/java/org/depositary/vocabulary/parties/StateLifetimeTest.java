package org.depositary.vocabulary.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                "RS | 1995 | RS did not exist from 1918-12-01 to 2006-06-05, on the effective date 1995",
                "RS | 1815 | RS began on 1830-12-12, after the effective date 1815",
                "UA | 1910 | UA began on 1919-03-10, after the effective date 1910",
                "IN | 1850 | IN began on 1858-08-02, after the effective date 1850",
                "BO | 1810 | BO began on 1825-08-06, after the effective date 1810",
                "PL | 1815 | PL did not exist from 1795-10-24 to 1918-11-11, on the effective date 1815",
                "SUHH | 1992/.. | SUHH ended on 1991-12-26, before the effective date 1992/..",
            })
    void warns_of_a_date_outside_the_time_of_a_state(String party, String date, String warning) {
        assertThat(new DatedParty(new Party(party), PartialDate.parse(date)).warning())
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
        "UA, 1945",
        "IN, 1930",
        "RS, 1900",
        "RS, 2006",
        "ME, 1900/1950"
    })
    void does_not_warn_of_other_dates(String party, String date) {
        assertThat(new DatedParty(new Party(party), PartialDate.parse(date)).warning())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cow:260 | 2000 | cow:260 ended on 1990-10-03, before the effective date 2000",
                "cow:GFR | 1991 | cow:GFR ended on 1990-10-03, before the effective date 1991",
                "cow:260 | 1930 | cow:260 began on 1949-05-23, after the effective date 1930",
                "gw:260 | 1930 | gw:260 began on 1949-05-23, after the effective date 1930",
                "gw:255 | 2000 | gw:255 ended on 1945-05-08, before the effective date 2000",
                "cow:255 | 1970 | cow:255 did not exist from 1945-05-08 to 1990-10-03, on the effective date 1970",
            })
    void keeps_a_code_outside_its_own_time_and_warns_of_it(String code, String text, String warning) {
        var date = PartialDate.parse(text);
        var party = PartyLookup.resolve(code, Optional.of(date));
        var asWritten = DatedParty.codeOutsideItsTime(code, party, date);
        assertThat(asWritten).contains(code);
        assertThat(DatedParty.warnings(Stream.of(new DatedParty(party, asWritten, date))))
                .containsExactly(warning);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "cow:260, 1970",
        "cow:260, 1990",
        "cow:260, 1985/2000",
        "gw:260, 2000",
        "cow:255, 2000",
        "cow:255, 1900",
        "DE, 2000",
        "Germany, 2000",
        "ioc:FRG, 2000",
        "GFR, 2000",
        "csto, 2000",
        "cow:365, 1900",
        "cow:345, 1900",
        "cow:817, 1980",
        "m49:276, 2000"
    })
    void keeps_no_other_code(String code, String text) {
        var date = PartialDate.parse(text);
        assertThat(DatedParty.codeOutsideItsTime(code, PartyLookup.resolve(code, Optional.of(date)), date))
                .isEmpty();
    }

    @Test
    void lists_each_present_state_once() {
        var rows = CsvResourceReader.rows("state-beginnings.csv");
        var seen = new HashSet<String>();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row).hasSize(3);
            assertThat(seen.add(row.get(0))).isTrue();
            assertThat(LocalDate.parse(row.get(1))).isAfter("1800-01-01").isBefore("2026-01-01");
            assertThat(PartyLookup.all()).contains(new Party(row.get(0)));
            assertThat(PartyLookup.former(new Party(row.get(0)))).isEmpty();
        });
    }

    @Test
    void an_earlier_time_ends_before_the_state_begins_again() {
        var lifetimes = CsvResourceReader.rows("state-beginnings.csv").stream()
                .map(row -> StateLifetime.of(new Party(row.getFirst())).times())
                .filter(times -> times.size() > 1)
                .toList();
        assertThat(lifetimes).isNotEmpty().allSatisfy(times -> {
            var earlier = times.getFirst();
            assertThat(earlier.from().orElseThrow()).isBefore(earlier.until().orElseThrow());
            assertThat(earlier.until().orElseThrow())
                    .isBeforeOrEqualTo(times.getLast().from().orElseThrow());
        });
    }

    /**
     * Korea was ruled by Japan, and the islands by Britain, after the former state or colony had ended. The South of
     * Vietnam had ended a year before the union.
     */
    @Test
    void a_state_begins_no_later_than_the_end_of_the_state_that_it_came_out_of() {
        var later = CsvResourceReader.rows("state-beginnings.csv").stream()
                .filter(row -> PartyLookup.predecessors(new Party(row.get(0))).stream()
                        .map(former -> PartyLookup.former(former).orElseThrow())
                        .anyMatch(former -> former.until().isBefore(LocalDate.parse(row.get(1)))))
                .map(List::getFirst);
        assertThat(later).containsExactlyInAnyOrder("KI", "KP", "KR", "TV", "VN");
    }

    @Test
    void every_member_of_the_united_nations_is_old_or_has_a_beginning() {
        var begun = CsvResourceReader.rows("state-beginnings.csv").stream()
                .map(List::getFirst)
                .collect(Collectors.toSet());
        assertThat(MEMBERS).hasSize(193);
        assertThat(MEMBERS.stream().filter(member -> !begun.contains(member))).containsExactlyInAnyOrderElementsOf(OLD);
    }

    private static final Set<String> OLD =
            codes("AD AF AT BT CH CN DE DK EG ES ET FR GB HU IR IT JP MA MC NL NO NP OM PT RU SE SM TH TR US");

    private static final Set<String> MEMBERS = codes("""
            AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM
            CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN
            HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA
            MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY
            QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA
            UG US UY UZ VC VE VN VU WS YE ZA ZM ZW""");

    private static Set<String> codes(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}

package org.depositary.vocabulary.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.neovisionaries.i18n.CountryCode;
import com.neovisionaries.i18n.CountryCode.Assignment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the share of other people's lists that is understood. The lists are not the source of the data. */
class PartyListsTest {

    private static final double SHARE = 0.97;

    /** A name or code, and another code of the same party. */
    private record Pair(String party, String input) {

        static Pair of(String line) {
            int bar = line.indexOf('|');
            return new Pair(line.substring(0, bar), line.substring(bar + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cow-names",
                "cow-abbreviations",
                "ioc",
                "fifa",
                "un-formal-english",
                "french-article-behind",
                "official-spanish",
                "official-russian",
                "official-arabic",
                "official-chinese",
                "other-forms"
            })
    void understands_a_list(String list) throws IOException {
        try (var bytes = PartyListsTest.class.getResourceAsStream("lists/%s.txt".formatted(list))) {
            measure(
                    list,
                    new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(Pair::of)
                            .toList());
        }
    }

    @Test
    void understands_the_names_and_codes_of_nv_i18n() {
        measure("nv-i18n names", nvI18n(CountryCode::getName));
        measure("nv-i18n alpha-3", nvI18n(CountryCode::getAlpha3));
        measure("nv-i18n numbers", nvI18n(country -> "m49:%03d".formatted(country.getNumeric())));
    }

    private static List<Pair> nvI18n(Function<CountryCode, String> input) {
        return Stream.of(CountryCode.values())
                .filter(country -> country.getAssignment() == Assignment.OFFICIALLY_ASSIGNED)
                .map(country -> new Pair(country.getAlpha2(), input.apply(country)))
                .toList();
    }

    private static void measure(String list, List<Pair> pairs) {
        assertThat(pairs).isNotEmpty();
        var unknown = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        pairs.forEach(pair -> {
            try {
                var meant = PartyLookup.resolve(pair.input(), Optional.empty());
                if (!meant.equals(PartyLookup.resolve(pair.party(), Optional.empty()))) {
                    wrong.add("%s is taken for %s".formatted(pair, meant));
                }
            } catch (IllegalArgumentException unresolved) {
                unknown.add(pair.input());
            }
        });
        double share = 1 - (double) unknown.size() / pairs.size();
        System.out.printf("%s: %.3f of %d; not understood: %s%n", list, share, pairs.size(), unknown);
        assertThat(wrong).isEmpty();
        assertThat(share).as("%s, not understood: %s", list, unknown).isGreaterThanOrEqualTo(SHARE);
    }

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource({
        "CS, 1991, CSHH",
        "CS, 2004, CSXX",
        "cow:YUG, 1970, YUCS",
        "cow:YUG, 2004, CSXX",
        "cow:RUS, 1970, SUHH",
        "cow:DRV, 1970, VDVN",
        "cow:DRV, 2000, VN",
        "gw:YEM, 1970, cow:678",
        "gw:YEM, 2000, YE",
        "cow:MAC, 2000, MK",
        "MAC, 2000, MO",
        "Germany, 1938, DE",
        "Germany, 2000, DE",
        "Federal Republic of Germany, 1970, DE",
        "Yemen, 1950, cow:678",
        "Yemen, 2000, YE",
        "Republic of Yemen, 1980, YE",
        "Vietnam, 2000, VN",
        "Korea, 1900, cow:730",
        "GUI, 2000, GN",
        "ZAN, 1964, cow:511",
        "Guinea, 2000, GN",
    })
    void decides_by_the_effective_date(String input, String date, String code) {
        assertThat(on(input, date)).isEqualTo(new Party(code));
    }

    @ParameterizedTest(name = "{0} on {1} is not guessed")
    @CsvSource({
        "Yemen, 1980",
        "Jemen, 1980",
        "Yémen (le), 1980",
        "Germany, 1970",
        "Allemagne, 1970",
        "德国, 1970",
        "Vietnam, 1970",
        "Viet Nam, 1970",
        "Korea, 2000",
        "Congo, 2000",
        "Republic of Germany, 2000",
        "Vietnamese Republic, 2000",
        "Virgin Islands, 2000",
        "BAH, 2000",
        "MON, 2000",
        "NIG, 2000",
        "MAS, 2000",
    })
    void does_not_guess_which_of_several_states_is_meant(String input, String date) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> on(input, date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1998", "2010", "2006-06-05", "1993-01-01"})
    void says_that_a_code_meant_nobody_on_that_date(String date) {
        assertThatExceptionOfType(UnknownPartyException.class)
                .isThrownBy(() -> on("CS", date))
                .withMessage("Unknown party 'CS'. It has no party on that date. At other times it means CSHH or CSXX.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Commonwealth of Independent States",
                "Commonwealth",
                "European Union",
                "African Union",
                "French Union",
                "Mali Federation",
                "German Confederation",
                "Islamic State",
                "United States of Europe",
                "Northern Ireland",
                "Turkish Republic of Northern Cyprus",
                "Eastern Samoa",
                "cow:XXX",
                "ioc:QQQ",
                "fifa:710"
            })
    void takes_no_other_name_or_code_for_a_state(String input) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> PartyLookup.resolve(input, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mali-federation", "union-of-albania", "commonwealth"})
    void takes_a_slug_for_an_organisation_although_its_words_name_a_state(String slug) {
        assertThat(PartyLookup.resolve(slug, Optional.empty())).isEqualTo(new Party(slug));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "KZ, false", "KAZ, false", "Kazakhstan, false", "Republic of Albania, false", "csto, false", "nobody, false",
        "cow:365, true", "ioc:YUG, true", "Yemen, true", "Korea, true", "CS, true", "BUL, true"
    })
    void knows_which_inputs_depend_on_the_date(String input, boolean depends) {
        assertThat(PartyLookup.dependsOnDate(input)).isEqualTo(depends);
    }

    private static Party on(String input, String date) {
        return PartyLookup.resolve(input, Optional.of(PartialDate.parse(date)));
    }
}

package org.depositary.vocabulary.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartyLookupTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "KZ, KZ",
        "KAZ, KZ",
        "XK, XK",
        "XKX, XK",
        "TW, TW",
        "GU, GU",
        "SUHH, SUHH",
        "SU, SUHH",
        "SUN, SUHH",
        "DDDE, DDDE",
        "DDR, DDDE",
        "YUCS, YUCS",
        "YUG, YUCS",
        "CSHH, CSHH",
        "CSXX, CSXX",
        "SCG, CSXX",
        "YDYE, YDYE",
        "VDVN, VDVN",
        "ANHH, ANHH",
        "' KZ ', KZ",
    })
    void takes_the_codes_of_iso_3166(String input, String code) {
        assertThat(resolve(input)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "ZRCD, CD",
        "ZR, CD",
        "ZAR, CD",
        "BUMM, MM",
        "BUR, MM",
        "BYAA, BY",
        "DYBJ, BJ",
        "HVBF, BF",
        "RHZW, ZW",
        "TPTL, TL",
        "AIDJ, DJ",
        "NHVU, VU",
        "FXFR, FR"
    })
    void takes_a_withdrawn_code_of_a_state_that_only_changed_its_name(String input, String code) {
        assertThat(resolve(input)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "cow:710, CN",
        "gw:710, CN",
        "m49:156, CN",
        "m49:004, AF",
        "cow:002, US",
        "cow:705, KZ",
        "cow:347, XK",
        "cow:713, TW",
        "cow:255, DE",
        "cow:260, DE",
        "gw:260, DE",
        "gw:340, RS",
        "cow:679, YE",
        "cow:946, KI",
        "gw:970, KI",
        "cow:970, NR",
        "gw:971, NR",
        "cow:947, TV",
        "gw:973, TV",
        "cow:955, TO",
        "gw:972, TO",
        "m49:810, SUHH",
        "m49:278, DDDE",
        "m49:280, DE",
        "m49:886, cow:678",
        "m49:887, YE",
        "m49:736, SD",
        "m49:530, ANHH",
    })
    void takes_the_numbers_of_the_crosswalk(String input, String code) {
        assertThat(resolve(input)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} is {0}")
    @ValueSource(
            strings = {
                "cow:240", "cow:245", "cow:267", "cow:269", "cow:271", "cow:273", "cow:275", "cow:280", "cow:300",
                "cow:327", "cow:329", "cow:332", "cow:335", "cow:337", "cow:511", "cow:678", "cow:730", "cow:817"
            })
    void keeps_the_number_of_a_state_outside_iso(String code) {
        assertThat(resolve(code)).isEqualTo(code);
        assertThat(PartyLookup.name(new Party(code), Locale.ENGLISH)).isPresent();
    }

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource({
        "cow:365, 1900, RU",
        "cow:365, 1970, SUHH",
        "cow:365, 1991-12-25, SUHH",
        "cow:365, 1991-12-26, RU",
        "cow:365, 1991, SUHH",
        "cow:365, ../1970, SUHH",
        "cow:365, 2000, RU",
        "gw:365, 1970, SUHH",
        "cow:345, 1900, RS",
        "cow:345, 1970, YUCS",
        "cow:345, 2000, YUCS",
        "cow:345, 2004, CSXX",
        "cow:345, 2010, RS",
        "gw:345, 1970, YUCS",
        "m49:891, 2000, YUCS",
        "m49:891, 2004, CSXX",
        "cow:816, 1970, VDVN",
        "cow:816, 2000, VN",
        "cow:817, 1970, cow:817",
        "gw:678, 1970, cow:678",
        "gw:678, 2000, YE",
        "cow:265, 1970, DDDE",
        "cow:315, 1970, CSHH",
        "cow:705, 1970, KZ",
        "KZ, 1970, KZ",
        "RU, 1970, RU",
        "Russia, 1970, RU",
        "SUHH, 2000, SUHH",
    })
    void gives_a_number_the_code_of_the_effective_date_and_leaves_letters_and_names(
            String input, String effective, String code) {
        assertThat(PartyLookup.resolve(input, Optional.of(PartialDate.parse(effective))))
                .isEqualTo(new Party(code));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Kazakhstan, KZ",
        "KAZAKHSTAN, KZ",
        "kazakhstan, KZ",
        "Kazachstan, KZ",
        "Kasachstan, KZ",
        "Казахстан, KZ",
        "Қазақстан, KZ",
        "哈萨克斯坦, KZ",
        "कज़ाखस्तान, KZ",
        "كازاخستان, KZ",
        "Kazakistan, KZ",
        "Österreich, AT",
        "Osterreich, AT",
        "Cote d'Ivoire, CI",
        "Côte d’Ivoire, CI",
        "Elfenbeinküste, CI",
        "Türkiye, TR",
        "TURKIYE, TR",
        "Østrig, AT",
        "Ostrig, AT",
        "guinea-bissau, GW",
        "Guinea Bissau, GW",
        "St. Kitts & Nevis, KN",
        "Bosnia and Herzegovina, BA",
        "Bosnia & Herzegovina, BA",
        "Noord-Macedonië, MK",
        "Kosovo, XK",
        "Soviet Union, SUHH",
        "Sovjet-Unie, SUHH",
        "Советский Союз, SUHH",
        "Tsjecho-Slowakije, CSHH",
        "Oostenrijk-Hongarije, cow:300",
        "Zanzibar, cow:511",
        "Two Sicilies, cow:329",
    })
    void takes_names_in_any_language_regardless_of_case_accents_and_punctuation(String input, String code) {
        assertThat(resolve(input)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Wit-Rusland, BY",
        "Kazakstan, KZ",
        "Tadjikistan, TJ",
        "Tadzjikistan, TJ",
        "Kirgizië, KG",
        "Kyrgyz Republic, KG",
        "Oezbekistan, UZ",
        "Moldavië, MD",
        "Russian Federation, RU",
        "Russische Federatie, RU",
        "USSR, SUHH",
        "U.S.S.R., SUHH",
        "СССР, SUHH",
        "GDR, DDDE",
        "DDR, DDDE",
        "East Germany, DDDE",
        "FRG, DE",
        "West Germany, DE",
        "Holland, NL",
        "Burma, MM",
        "Birma, MM",
        "Zaire, CD",
        "DRC, CD",
        "Democratic Republic of the Congo, CD",
        "Republic of the Congo, CG",
        "PRC, CN",
        "People's Republic of China, CN",
        "Republic of China, TW",
        "UK, GB",
        "US, US",
        "USA, US",
        "U.S.A., US",
        "U.S., US",
        "UAE, AE",
        "DPRK, KP",
        "ROK, KR",
        "'Korea, Republic of', KR",
        "'Korea, Democratic People''s Republic of', KP",
        "'Iran, Islamic Republic of', IR",
        "'Moldova, Republic of', MD",
        "Viet Nam, VN",
        "Republic of Vietnam, cow:817",
        "Yemen Arab Republic, cow:678",
        "South Yemen, YDYE",
        "FYROM, MK",
        "Swaziland, SZ",
        "East Timor, TL",
        "Turkey, TR",
        "Czech Republic, CZ",
        "Ivory Coast, CI",
        "Cape Verde, CV",
        "Palestine, PS",
        "Holy See, VA",
    })
    void takes_aliases(String input, String code) {
        assertThat(resolve(input)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sco",
                "csto",
                "shanghai-five",
                "eaeu",
                "cis",
                "un",
                "eu",
                "nato",
                "asean",
                "gcc",
                "oas",
                "osce",
                "eco",
                "apec",
                "cica",
                "igad",
                "ecowas",
                "mercosur",
                "au",
                "can",
                "guam",
                "nam",
                "42",
                "g20"
            })
    void takes_what_is_lower_case_and_no_state_for_an_organisation(String slug) {
        assertThat(resolve(slug)).isEqualTo(slug);
        assertThat(PartyLookup.isState(new Party(slug))).isFalse();
    }

    @Test
    void tells_guam_from_the_organisation_of_that_name() {
        assertThat(resolve("Guam")).isEqualTo("GU");
        assertThat(resolve("guam")).isEqualTo("guam");
    }

    @ParameterizedTest(name = "{0} could be {1} or {2}")
    @CsvSource({
        "Congo, CD, CG",
        "Kongo, CD, CG",
        "Korea, KP, KR",
        "St Martin, MF, SX",
        "Virgin Islands, VG, VI",
        "CS, CSHH, CSXX",
    })
    void lists_the_candidates_of_what_is_ambiguous(String input, String one, String other) {
        assertThatExceptionOfType(AmbiguousPartyException.class)
                .isThrownBy(() -> resolve(input))
                .withMessage("'%s' is ambiguous: it could be %s or %s. Use the code.", input, one, other)
                .satisfies(e -> assertThat(e.candidates()).containsExactly(new Party(one), new Party(other)));
    }

    @ParameterizedTest
    @CsvSource({"kz, KZ", "kaz, KZ", "su, SUHH"})
    void does_not_guess_whether_a_lower_case_code_is_a_state_or_an_organisation(String input, String state) {
        assertThatExceptionOfType(AmbiguousPartyException.class)
                .isThrownBy(() -> resolve(input))
                .withMessageStartingWith("'%s' could be an organisation or %s. ", input, state)
                .satisfies(e -> assertThat(e.candidates()).containsExactly(new Party(state), new Party(input)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Atlantis",
                "ZZ",
                "XYZ",
                "XXXX",
                "NTHH",
                "cow:999",
                "cow:0",
                "cow:",
                "cow:1000",
                "gw:711",
                "m49:001",
                "m49:150",
                "m49:999",
                "COW:710",
                "-sco",
                "SCO",
                "sco!",
                "..",
                "KZ;UZ"
            })
    void knows_no_other_party(String input) {
        assertThatExceptionOfType(UnknownPartyException.class)
                .isThrownBy(() -> resolve(input))
                .withMessageStartingWith("Unknown party '%s'", input.strip());
    }

    @Test
    void refuses_nothing_and_far_too_much_in_a_short_sentence() {
        assertThatExceptionOfType(UnknownPartyException.class)
                .isThrownBy(() -> PartyLookup.resolve(null, Optional.empty()));
        assertThatExceptionOfType(UnknownPartyException.class)
                .isThrownBy(() -> resolve("x".repeat(1_000_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void resolves_every_canonical_code_to_itself_at_any_time() {
        var times = Stream.of("1850", "1970", "2020").map(PartialDate::parse).toList();
        assertThat(PartyLookup.all()).allSatisfy(party -> {
            assertThat(resolve(party.code())).isEqualTo(party.code());
            assertThat(times).allMatch(time -> PartyLookup.resolve(party.code(), Optional.of(time))
                    .equals(party));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "de", "fr", "ru", "zh"})
    void resolves_every_name_it_gives_or_says_that_it_is_ambiguous(Locale language) {
        assertThat(PartyLookup.all()).allSatisfy(party -> assertThat(
                        meant(PartyLookup.name(party, language).orElseThrow()))
                .contains(party));
    }

    private static List<Party> meant(String name) {
        try {
            return List.of(PartyLookup.resolve(name, Optional.empty()));
        } catch (AmbiguousPartyException ambiguous) {
            return ambiguous.candidates();
        }
    }

    @Test
    void lists_250_states_and_territories_of_today_and_those_of_former_times() {
        assertThat(PartyLookup.all()).hasSize(278).doesNotHaveDuplicates().allMatch(PartyLookup::isState);
        assertThat(PartyLookup.all().stream().filter(party -> party.code().length() == 2))
                .hasSize(250);
        assertThat(PartyLookup.all().stream()
                        .filter(party -> PartyLookup.former(party).isPresent()))
                .hasSize(28);
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "KZ, nl, Kazachstan",
        "KZ, nl-BE, Kazachstan",
        "KZ, zh, 哈萨克斯坦",
        "KZ, zh-TW, 哈薩克",
        "KZ, tlh, Kazakhstan",
        "KZ, und, Kazakhstan",
        "CZ, en, Czechia",
        "XK, nl, Kosovo",
        "SUHH, nl, Sovjet-Unie",
        "SUHH, de-AT, Sowjetunion",
        "SUHH, tlh, Soviet Union",
        "cow:300, hu, Osztrák–Magyar Monarchia",
        "cow:511, nl, Zanzibar",
    })
    void names_a_state_in_a_language_else_in_english(String code, Locale language, String name) {
        assertThat(PartyLookup.name(new Party(code), language)).contains(name);
    }

    @Test
    void does_not_depend_on_the_language_of_the_machine() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(PartyLookup.name(new Party("KZ"), Locale.forLanguageTag("tlh")))
                    .contains("Kazakhstan");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void leaves_the_names_of_organisations_and_of_unknown_codes_to_others() {
        assertThat(PartyLookup.name(new Party("csto"), Locale.ENGLISH)).isEmpty();
        assertThat(PartyLookup.name(new Party("ZZ"), Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest(name = "{0} finds {1} first")
    @CsvSource({
        "kz, KZ",
        "KAZ, KZ",
        "kaz, KZ",
        "Kazach, KZ",
        "казах, KZ",
        "russ, RU",
        "soviet, SUHH",
        "cow:710, CN",
        "south vie, cow:817",
        "netherl, NL",
    })
    void searches_by_code_and_by_the_beginning_of_names(String text, String first) {
        assertThat(PartyLookup.search(text)).startsWith(new Party(first)).doesNotHaveDuplicates();
    }

    @Test
    void searches_in_every_word_of_a_name() {
        assertThat(PartyLookup.search("guinea"))
                .startsWith(new Party("GN"))
                .contains(new Party("GQ"), new Party("GW"), new Party("PG"));
        assertThat(PartyLookup.search("korea")).startsWith(new Party("KP"), new Party("KR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "Atlantis", "cow:999"})
    void finds_nothing_where_nothing_is(String text) {
        assertThat(PartyLookup.search(text)).isEmpty();
    }

    @Test
    void knows_when_a_former_state_was_and_what_came_after_it() {
        var soviet = PartyLookup.former(new Party("SUHH")).orElseThrow();
        assertThat(soviet.from()).isEqualTo(LocalDate.of(1922, 12, 30));
        assertThat(soviet.until()).isEqualTo(LocalDate.of(1991, 12, 26));
        assertThat(soviet.successors()).hasSize(15).contains(new Party("RU"), new Party("KZ"), new Party("UZ"));
        assertThat(PartyLookup.former(new Party("KZ"))).isEmpty();
        assertThat(PartyLookup.former(new Party("csto"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} has {1} from {2} until {3}")
    @CsvSource({
        "KZ, KZ, '', ''",
        "KZ, KAZ, '', ''",
        "KZ, cow:705, '', ''",
        "KZ, gw:705, '', ''",
        "KZ, m49:398, '', ''",
        "AF, m49:004, '', ''",
        "CD, ZAR, '', 1997",
        "CD, ZRCD, '', ''",
        "RU, cow:365, '', 1922-12-30",
        "RU, cow:365, 1991-12-26, ''",
        "SUHH, cow:365, 1922-12-30, 1991-12-26",
        "SUHH, SUN, '', 1991-12-26",
        "SUHH, SUHH, '', ''",
        "SUHH, m49:810, 1922-12-30, ''",
        "cow:300, cow:300, '', ''",
        "XK, cow:347, '', ''",
    })
    void lists_the_codes_of_a_state_with_the_time_in_which_they_mean_it(
            String party, String code, String from, String until) {
        assertThat(PartyLookup.codes(new Party(party))).anySatisfy(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.from().map(PartialDate::edtf).orElse("")).isEqualTo(from);
            assertThat(each.until().map(PartialDate::edtf).orElse("")).isEqualTo(until);
        });
    }

    @Test
    void takes_every_code_that_it_lists_for_the_state_at_that_time() {
        assertThat(PartyLookup.all()).allSatisfy(party -> assertThat(PartyLookup.codes(party))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(PartyLookup.resolve(
                                code.code(), Optional.of(code.from().orElse(PartialDate.parse("1900")))))
                        .isEqualTo(party)));
        assertThat(PartyLookup.codes(new Party("csto"))).isEmpty();
        assertThat(PartyLookup.codes(new Party("XK")))
                .noneMatch(code -> code.scheme().equals("m49"));
    }

    @Test
    void lists_the_names_of_a_state_in_all_languages_and_what_else_it_is_called() {
        assertThat(PartyLookup.names(new Party("KZ")).byLanguage())
                .hasSizeGreaterThan(80)
                .containsEntry("en", "Kazakhstan")
                .containsEntry("nl", "Kazachstan")
                .containsEntry("ru", "Казахстан")
                .containsEntry("zh", "哈萨克斯坦");
        assertThat(PartyLookup.names(new Party("SUHH")).byLanguage()).containsEntry("nl", "Sovjet-Unie");
        assertThat(PartyLookup.names(new Party("csto")).byLanguage()).isEmpty();
        assertThat(PartyLookup.aliases(new Party("BY"))).contains("Wit-Rusland", "Belorussia");
        assertThat(PartyLookup.aliases(new Party("KR"))).contains("ROK").doesNotContain("Korea");
        assertThat(PartyLookup.aliases(new Party("csto"))).isEmpty();
    }

    @ParameterizedTest(name = "before {0} was {1}")
    @CsvSource({"KZ, SUHH", "CZ, CSHH", "YE, cow:678 YDYE", "RS, CSXX", "CSXX, YUCS", "DE, DDDE"})
    void knows_the_former_states_that_came_before_a_state(String code, String former) {
        assertThat(PartyLookup.predecessors(new Party(code)))
                .extracting(Party::code)
                .containsAll(List.of(former.split(" ")));
        assertThat(PartyLookup.predecessors(new Party("csto"))).isEmpty();
    }

    @Test
    void has_former_states_that_end_after_they_begin_and_leave_known_successors() {
        assertThat(PartyLookup.all().stream().flatMap(party -> PartyLookup.former(party).stream()))
                .isNotEmpty()
                .allSatisfy(state -> {
                    assertThat(state.from()).isBefore(state.until());
                    assertThat(state.successors()).isNotEmpty().isSubsetOf(PartyLookup.all());
                    assertThat(state.names().violations("#/names")).isEmpty();
                    assertThat(state.names().byLanguage()).containsKey("en");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K", "KAZ", "Kz", "cow:", "cow:1234", "COW:1", "SUHHH", "-a", "a b", "é"})
    void refuses_a_code_of_no_known_shape(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Party(code)).withMessageContaining("'" + code + "'");
    }

    @Test
    void takes_slugs_of_up_to_63_characters() {
        assertThat(new Party("a".repeat(63)).code()).hasSize(63);
        assertThatIllegalArgumentException().isThrownBy(() -> new Party("a".repeat(64)));
    }

    private static String resolve(String input) {
        return PartyLookup.resolve(input, Optional.empty()).code();
    }
}

package org.depositary.vocabulary.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the data files for contradictions. */
class PartyDataTest {

    @Test
    void no_time_ends_before_it_starts() {
        assertThat(FormerState.ALL.values()).isNotEmpty().allMatch(state -> state.from()
                .isBefore(state.until()));
        assertThat(CsvResourceReader.rows("divided-states.csv"))
                .isNotEmpty()
                .allMatch(row -> LocalDate.parse(row.get(1)).isBefore(LocalDate.parse(row.get(2))));
    }

    @Test
    void a_code_has_one_owner_at_a_time_and_its_owners_stand_in_the_order_of_time() {
        var starts = new HashMap<String, List<String>>();
        CsvResourceReader.rows("crosswalk.csv").forEach(row -> CsvResourceReader.words(row.get(1))
                .forEach(code -> starts.merge(code, List.of(row.get(2)), PartyDataTest::joined)));
        assertThat(starts)
                .isNotEmpty()
                .allSatisfy((code, dates) ->
                        assertThat(dates).as(code).doesNotHaveDuplicates().isSorted());
    }

    /** Only a list that has several numbers of a state says which time each of them has. */
    @Test
    void a_code_ends_before_its_state_only_if_its_list_has_another_code_of_the_state() {
        var rows = CsvResourceReader.rows("crosswalk.csv");
        var ended = rows.stream().filter(row -> !row.get(3).isEmpty()).toList();
        assertThat(rows).allMatch(row -> row.size() == 4);
        assertThat(ended).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(2).isEmpty() || LocalDate.parse(row.get(2)).isBefore(LocalDate.parse(row.get(3))))
                    .isTrue();
            assertThat(CsvResourceReader.words(row.get(1))).allMatch(code -> numbers(row.get(0), scheme(code)) > 1);
        });
        assertThat(PartyLookup.all()).allSatisfy(party -> Stream.of("cow", "gw")
                .filter(scheme -> numbers(party.code(), scheme) > 1)
                .forEach(scheme -> assertThat(SchemeCodes.of(party))
                        .filteredOn(code -> code.scheme().equals(scheme))
                        .as(party.code())
                        .allMatch(
                                code -> code.from().isPresent() || code.until().isPresent())));
    }

    @Test
    void the_words_of_names_have_a_known_kind_and_no_punctuation() {
        assertThat(CsvResourceReader.rows("name-words.csv")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getFirst()).isIn("glue", "abbreviation", "kind", "han-before", "han-inner", "han-behind");
            assertThat(row.subList(1, row.size()).stream().flatMap(CsvResourceReader::words))
                    .isNotEmpty()
                    .allMatch(word -> word.matches("[\\p{L}\\p{M}]+(=[\\p{L}_]+)?"));
        });
    }

    private static long numbers(String party, String scheme) {
        return SchemeCodes.of(new Party(party)).stream()
                .filter(code -> code.code().matches(scheme + ":[0-9]+"))
                .map(PartyCode::code)
                .distinct()
                .count();
    }

    private static String scheme(String code) {
        return code.substring(0, code.indexOf(':'));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void letters_of_iso_belong_to_one_state_or_are_decided_by_the_date() {
        var withdrawn = Stream.concat(
                        CsvResourceReader.rows("withdrawn-codes.csv").stream(),
                        CsvResourceReader.rows("former-states.csv").stream())
                .flatMap(row -> CsvResourceReader.words(row.get(1)))
                .toList();
        var present = PartyLookup.all().stream().map(Party::code).toList();
        assertThat(withdrawn).isNotEmpty().doesNotHaveDuplicates().doesNotContainAnyElementsOf(present);
    }

    @Test
    void a_name_has_one_owner_or_is_listed_as_ambiguous() {
        var owners = new HashMap<String, Set<List<Party>>>();
        Stream.concat(PartyAliases.ALL.stream(), PartyAliases.OFFICIAL.stream()).forEach(entry -> entry.names()
                .forEach(name -> owners.computeIfAbsent(NameNormalizer.of(name), any -> new HashSet<>())
                        .add(entry.parties())));
        assertThat(owners)
                .isNotEmpty()
                .allSatisfy((name, parties) -> assertThat(parties).as(name).hasSize(1));
    }

    @Test
    void every_listed_name_means_its_party_today() {
        var unresolved = Stream.concat(PartyAliases.ALL.stream(), PartyAliases.OFFICIAL.stream())
                .filter(entry -> entry.parties().size() == 1)
                .flatMap(entry -> entry.names().stream()
                        .filter(name -> !StateNameIndex.namedInOtherWords(name).equals(entry.parties()))
                        .map(name -> "%s is not %s".formatted(name, entry.parties())))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unresolved).isEmpty();
    }

    @Test
    void every_party_has_a_name_and_every_row_a_known_party() {
        var known = Set.copyOf(PartyLookup.all());
        assertThat(known).isNotEmpty().allMatch(party -> PartyLookup.name(party, Locale.ENGLISH)
                .isPresent());
        var files = Map.of("crosswalk.csv", 0, "aliases.csv", 0, "official-names.csv", 0, "rival-states.csv", 0);
        files.forEach((file, column) -> assertThat(CsvResourceReader.rows(file).stream()
                        .flatMap(row -> CsvResourceReader.words(row.get(column)))
                        .filter(code -> !code.equals("-"))
                        .map(Party::new))
                .as(file)
                .isNotEmpty()
                .isSubsetOf(known));
    }
}

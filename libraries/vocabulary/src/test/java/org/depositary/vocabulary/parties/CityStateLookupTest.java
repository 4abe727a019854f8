package org.depositary.vocabulary.parties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityStateLookupTest {

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "Bishkek, KG",
        "Bisjkek, KG",
        "Бишкек, KG",
        "比什凯克, KG",
        "DUSHANBE, TJ",
        "Tasjkent, UZ",
        "Moscow, RU",
        "Moskou, RU",
        "Shanghai, CN",
        "São Paulo, BR",
        "Sao Paulo, BR",
        "Kolkata, IN",
        "Kyiv, UA",
        "Buenos Aires, AR",
    })
    void knows_cities_in_any_language_regardless_of_case_and_accents(String city, String state) {
        assertThat(CityStateLookup.states(city)).containsExactly(state);
        assertThat(CityStateLookup.mayLieIn(city, new Party(state))).isTrue();
    }

    @ParameterizedTest(name = "{0} is not in {1}")
    @CsvSource({"Bishkek, TJ", "Moscow, CN", "Tashkent, KZ", "Belgrade, CSHH"})
    void tells_a_city_that_is_elsewhere(String city, String state) {
        assertThat(CityStateLookup.mayLieIn(city, new Party(state))).isFalse();
    }

    @ParameterizedTest(name = "{0} was in {1}")
    @CsvSource({"Tashkent, SUHH", "Moscow, SUHH", "Prague, CSHH", "Belgrade, CSXX", "Belgrade, YUCS", "Vienna, cow:300"
    })
    void counts_a_city_to_the_states_it_was_in_before(String city, String state) {
        assertThat(CityStateLookup.mayLieIn(city, new Party(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Atlantis", "Noginsk", "Beijing", "Hong Kong", "Réunion"})
    void says_nothing_of_places_that_it_does_not_know_or_that_lie_in_no_state(String place) {
        assertThat(CityStateLookup.states(place)).isEmpty();
        assertThat(CityStateLookup.mayLieIn(place, new Party("CN"))).isTrue();
    }
}

package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures the share of Debian's names of states that is understood. Volunteers translated that list; it is not a
 * source of our data. Needs the package iso-codes (apt install iso-codes).
 */
@Tag("full")
class DebianCountryNamesTest {

    private static final double SHARE = 0.97;
    private static final Path CODES = Path.of("/usr/share/iso-codes/json/iso_3166-1.json");
    private static final List<String> NAMES = List.of("name", "official_name", "common_name");

    private record NamedState(String code, String name) {}

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "es", "fr", "nl", "ru", "zh_CN"})
    void understands_the_names_of_states(String language) throws IOException {
        var names = names(translations(language));
        var missed = new ArrayList<String>();
        var mistaken = new ArrayList<String>();
        for (var name : names) {
            var party = resolve(name.name());
            if (party.isEmpty()) {
                missed.add(name.toString());
            } else if (!party.get().equals(name.code())) {
                mistaken.add(name + " -> " + party.get());
            }
        }
        assertThat(names).as("names of states").hasSizeGreaterThan(200);
        // Debian gives Moldova the Arabic name of the Maldives.
        assertThat(mistaken).hasSizeLessThanOrEqualTo(language.equals("ar") ? 1 : 0);
        assertThat(1 - (missed.size() + mistaken.size()) / (double) names.size())
                .as("share of %d names, without %s %s", names.size(), missed, mistaken)
                .isGreaterThanOrEqualTo(SHARE);
    }

    private static Optional<String> resolve(String name) {
        try {
            return Optional.of(PartyLookup.resolve(name, Optional.empty()).code());
        } catch (RuntimeException unknownOrAmbiguous) {
            return Optional.empty();
        }
    }

    private static List<NamedState> names(Map<String, String> translations) throws IOException {
        var names = new ArrayList<NamedState>();
        for (var country : new ObjectMapper().readTree(CODES.toFile()).get("3166-1")) {
            var code = country.get("alpha_2").asText();
            if (isStateOfCow(code)) {
                translated(country, translations).forEach(name -> names.add(new NamedState(code, name)));
            }
        }
        return names;
    }

    /** Territories have no number in the state system of the Correlates of War. */
    private static boolean isStateOfCow(String code) {
        return PartyLookup.codes(new Party(code)).stream()
                .anyMatch(each -> each.scheme().equals("cow"));
    }

    private static Stream<String> translated(JsonNode country, Map<String, String> translations) {
        return NAMES.stream()
                .filter(country::has)
                .map(field -> country.get(field).asText())
                .map(english -> translations.isEmpty() ? english : translations.get(english))
                .filter(name -> name != null && !name.isBlank());
    }

    /** Reads a file of GNU gettext: a table of English texts and one of translations, each of lengths and offsets. */
    private static Map<String, String> translations(String language) throws IOException {
        if (language.equals("en")) {
            return Map.of();
        }
        var file = Path.of("/usr/share/locale", language, "LC_MESSAGES", "iso_3166-1.mo");
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var translations = new HashMap<String, String>();
        int english = bytes.getInt(12);
        int translated = bytes.getInt(16);
        for (int i = 0; i < bytes.getInt(8); i++) {
            translations.put(text(bytes, english + 8 * i), text(bytes, translated + 8 * i));
        }
        return translations;
    }

    private static String text(ByteBuffer bytes, int entry) {
        return new String(bytes.array(), bytes.getInt(entry + 4), bytes.getInt(entry), StandardCharsets.UTF_8);
    }
}

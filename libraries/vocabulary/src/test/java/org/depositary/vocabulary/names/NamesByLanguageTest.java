package org.depositary.vocabulary.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.stream.IntStream;
import org.depositary.vocabulary.validation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesByLanguageTest {

    private static final NamesByLanguage SCO = names(
            "ru", "Шанхайская организация сотрудничества",
            "en", "Shanghai Cooperation Organisation",
            "zh-Hans", "上海合作组织",
            "nl", "Shanghai-samenwerkingsorganisatie");

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | nl",
                "NL | nl",
                "nl-BE | nl",
                "zh | zh-Hans",
                "zh-Hans-CN | zh-Hans",
                "de, nl;q=0.5 | nl",
                "nl;q=0.5, ru | ru",
                "zh, en;q=0.8 | zh-Hans",
                "de | en",
                "* | en",
                "nl;q=0 | en",
                "en-GB | en",
            })
    void picks_the_best_language_else_english(String languages, String tag) {
        assertThat(SCO.pick(LanguageRange.parse(languages)))
                .contains(SCO.byLanguage().get(tag));
    }

    @Test
    void picks_the_first_name_where_there_is_no_english_one() {
        assertThat(names("ru", "ОДКБ", "hy", "ՀԱՊԿ").pick(LanguageRange.parse("nl")))
                .contains("ОДКБ");
        assertThat(names("ru", "ОДКБ", "en-US", "CSTO").pick(List.of())).contains("CSTO");
        assertThat(names().pick(LanguageRange.parse("nl"))).isEmpty();
    }

    @Test
    void have_no_flaws_when_tags_and_texts_are_good() {
        assertThat(SCO.violations("#/names")).isEmpty();
        assertThat(names("sr-Latn-RS", "ŠOS", "i-klingon", "x").violations("#/names"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "english", "en_GB", "e", "x-private", "en-", "тг", "a/b~c"})
    void need_language_tags(String tag) {
        assertThat(names(tag, "Name").violations("#/names"))
                .containsExactly(new Violation(
                        "#/names/" + tag.replace("~", "~0").replace("/", "~1"),
                        "This is not a BCP 47 language tag, such as en, nl or zh-Hans."));
    }

    @Test
    void need_texts() {
        var names = new LinkedHashMap<String, String>();
        names.put("en", null);
        names.put("nl", " ");
        names.put("de", "x".repeat(301));
        assertThat(new NamesByLanguage(names).violations("#/names"))
                .containsExactly(
                        new Violation("#/names/en", "A name must be a text, not null."),
                        new Violation("#/names/nl", "The text is empty. Omit the field instead."),
                        new Violation("#/names/de", "The text is longer than 300 characters."));
    }

    @Test
    void stand_once_in_each_language() {
        assertThat(names("en", "One", "EN", "Two").violations("#/names"))
                .containsExactly(new Violation("#/names/EN", "A name in this language exists already."));
    }

    @Test
    void are_neither_none_nor_too_many() {
        assertThat(names().violations("#/names")).extracting(Violation::pointer).containsExactly("#/names");
        var many = new LinkedHashMap<String, String>();
        IntStream.rangeClosed(0, 200).forEach(i -> many.put("en-x-" + i, "Name"));
        assertThat(new NamesByLanguage(many).violations("#/names"))
                .containsExactly(new Violation("#/names", "At most 200 names are allowed."));
    }

    @Test
    void keep_their_order_and_do_not_change() {
        var given = new LinkedHashMap<>(Map.of("ru", "ОДКБ"));
        given.put("en", "CSTO");
        var names = new NamesByLanguage(given);
        given.put("nl", "CVVO");
        assertThat(names.byLanguage().keySet()).containsExactly("ru", "en");
    }

    private static NamesByLanguage names(String... tagsAndNames) {
        var names = new LinkedHashMap<String, String>();
        for (int i = 0; i < tagsAndNames.length; i += 2) {
            names.put(tagsAndNames[i], tagsAndNames[i + 1]);
        }
        return new NamesByLanguage(names);
    }
}

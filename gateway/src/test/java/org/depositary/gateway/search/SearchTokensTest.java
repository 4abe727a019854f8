package org.depositary.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The States' co-operation | the states co operation",
                "Coördinatie in São Tomé | coordinatie in sao tome",
                "ŁÓDŹ, Łódź, Lo\u0301dz\u0301 | lodz lodz lodz",
                "STRASSE Straße | strasse strasse",
                "İstanbul ISTANBUL ıstanbul | istanbul istanbul istanbul",
                "Отчёт и отчет, Йод | отчет и отчет йод",
                "Росси\u0301я | россия",
                "samen\u00ADwerking sa\u200Dmen | samenwerking samen",
                "２００１ ＡＢＣ ﬁnal | 2001 abc final",
                "2001-06-15, 1,600 km² | 2001 06 15 1 600 km",
                "Ελλάδα ΕΛΛΆΔΑ | ελλαδα ελλαδα",
                "हिन्दी भाषा | हिन्दी भाषा",
                "上海合作 | 上海 海合 合作 作",
                "首 | 首",
                "SCO成员国2001年 | sco 成员 员国 国 2001 年",
                "テロリズム ﾃﾛﾘｽﾞﾑ | テロ ロリ リズ ズム ムテ テロ ロリ リズ ズム ム",
                "협력기구의 회원국 | 협력 력기 기구 구의 의 회원 원국 국",
            })
    void a_text_is_split_into_words_as_they_are_searched(String text, String words) {
        assertThat(String.join(" ", SearchTokens.words(text))).isEqualTo(words);
    }

    @Test
    void a_word_is_a_slice_of_the_text_in_code_points() {
        var text = "\uD83E\uDD1D Het sa\u00ADmen\u00ADspel, cafe\u0301 合作";
        var slices = SearchTokens.of(text).stream()
                .map(token -> slice(text, token.start(), token.end()))
                .toList();
        assertThat(slices).containsExactly("Het", "sa\u00ADmen\u00ADspel", "cafe\u0301", "合作", "作");
    }

    @Test
    void a_chinese_line_breaks_anywhere() {
        assertThat(SearchTokens.words("上海合作\n组织")).isEqualTo(SearchTokens.words("上海合作组织"));
        assertThat(SearchTokens.words("상하이 협력")).isNotEqualTo(SearchTokens.words("상하이협력"));
    }

    @Test
    void no_phrase_leads_from_a_text_to_its_repaired_form() {
        assertThat(SearchTokens.words("an infuence", Optional.of("an influence")))
                .containsExactly("an", "infuence", "", "", "", "an", "influence");
        assertThat(SearchTokens.words("an influence", Optional.empty())).containsExactly("an", "influence");
    }

    @Test
    void a_text_has_at_most_as_many_words_as_the_index_has_positions() {
        assertThat(SearchTokens.words("ab ".repeat(20_000))).hasSize(16_383);
        assertThat(SearchTokens.words("字".repeat(20_000))).hasSize(16_383);
        assertThat(SearchTokens.words("x".repeat(5_000))).isEqualTo(List.of("x".repeat(100)));
        assertThat(SearchTokens.words(" .,;\u00AD!?\n")).isEmpty();
    }

    static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}

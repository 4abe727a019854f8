package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.web.resource.PublishedDocument.FoundHit;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests search by language, phrases, filters, highlights and order. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class DocumentSearchTest {

    private static final Map<String, String> TEXTS = Map.of(
            "nl",
                    "De verdragsluitende staten houden elk jaar gezamenlijke oefeningen; de coördi\u00ADnatie ligt in Łódź.",
            "en",
                    "The parties shall consult each other before joint exercises are held near the state of the art camp.",
            "ru", "Государства-члены проводят совместные учения, отчёт о которых утверждает Совет.",
            "zh-Hans", "上海合作组织成员国元首理事会会议在塔什干举行，\n讨论了反恐演习。",
            "ja", "第四条 締約国は、テロリズムとの戦いにおいて協力する。",
            "ko", "상하이협력기구의 회원국은 합동훈련을 실시한다.",
            "th", "ประเทศสมาชิกจัดการฝึกร่วม");

    @Inject
    Register register;

    /** Expected highlights are separated by slashes. None means that the document is not found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nl | oefening | oefeningen",
                "nl | COORDINATIE lodz | coördi\u00ADnatie/Łódź",
                "nl | de oefening | oefeningen",
                "nl | de | De/de",
                "nl | \"gezamenlijke oefeningen\" | gezamenlijke/oefeningen",
                "nl | \"gezamenlijke oefening\" | gezamenlijke/oefeningen",
                "nl | \"oefeningen gezamenlijke\" | ",
                "nl | \"gezamenlijke de oefeningen\" | ",
                "nl | oefening -coördinatie | ",
                "nl | oefening -vloot | oefeningen",
                "nl | vloot or oefening | oefeningen",
                "en | consulting exercise | consult/exercises",
                "en | \"state of the art\" | state/of/the/art",
                "en | \"state for an art\" | ",
                "en | \"art camp held\" | ",
                "ru | учение | учения",
                "ru | отчет | отчёт",
                "ru | ОТЧЁТ совместный | совместные/отчёт",
                "ru | «совместных учений» | совместные/учения",
                "ru | «учения совместные» | ",
                "ru | государство член | Государства/члены",
                "zh-Hans | 合作组 | 合作组",
                "zh-Hans | 合组作 | ",
                "zh-Hans | 成员国会议 | ",
                "zh-Hans | 成员国 会议 | 成员国/会议",
                "zh-Hans | 举行讨论 | ",
                "zh-Hans | 元 | 元",
                "zh-Hans | 论了反恐 | 论了反恐",
                "ja | 締約国 | 締約国",
                "ja | 締国 | ",
                "ja | ﾃﾛﾘｽﾞﾑ | テロリズム",
                "ja | 第四条 | 第四条",
                "ko | 협력기구 | 협력기구",
                "ko | 합동훈련 회원국 | 회원국/합동훈련",
                "th | การฝึก | การฝึก",
            })
    void texts_are_found_by_the_words_of_their_language(String language, String question, String highlights) {
        var document = PublishedDocument.of(register, "public", "", language, TEXTS.get(language));
        var hits = document.hits(register.after(), question);
        if (highlights == null) {
            assertThat(hits).isEmpty();
        } else {
            assertThat(hits.orElseThrow()).extracting(FoundHit::highlighted).containsExactly(highlights);
        }
    }

    @Test
    void the_best_passage_comes_first() {
        var document = PublishedDocument.of(
                register,
                "public",
                "",
                "en",
                "A border is mentioned once in this long passage about something else, among many other words.",
                "Border guards of the border states protect the border.",
                "Nothing.",
                "The border and another one, the border of the lake, are named twice among many other words here.");
        assertThat(document.hits(register.after(), "border").orElseThrow())
                .extracting(FoundHit::anchor)
                .startsWith("p-2")
                .endsWith("p-1")
                .hasSize(3);
    }

    @Test
    void pages_fit_together_and_have_the_order_of_the_whole_list() {
        var word = "w" + Register.slug("").substring(1);
        for (int i = 0; i < 7; i++) {
            PublishedDocument.of(register, "public", "", "en", ("Say %s. ".formatted(word)).repeat(1 + i % 3));
        }
        var whole = ids(list("q=" + word));
        assertThat(whole).hasSize(7).doesNotHaveDuplicates();
        var paged = new ArrayList<String>();
        var page = list("q=%s&limit=2".formatted(word));
        paged.addAll(ids(page));
        while (page.get("next") != null) {
            page = list("q=%s&limit=2&after=%s".formatted(word, page.getString("next")));
            paged.addAll(ids(page));
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void a_title_is_found_in_every_language_of_titles() {
        var document = PublishedDocument.of(
                register, "restricted", "\"title\": \"Verklaringen over совместные учения, 联合演习宣言\"", "nl", "Tekst.");
        for (var question : List.of("verklaring", "учение совместный", "演习宣", "\"over совместные\"")) {
            assertThat(document.hits(register.after(), question)).as(question).contains(List.of());
        }
        // The title is indexed once for each language. No phrase leads from one to the next.
        assertThat(document.hits(register.after(), "\"宣言 verklaringen\"")).isEmpty();
    }

    @Test
    void a_date_that_is_imprecise_or_unknown_is_possible() {
        var word = "w" + Register.slug("").substring(1);
        var imprecise = PublishedDocument.of(register, "public", "\"date\": \"2003~\"", "en", word);
        var open = PublishedDocument.of(register, "public", "\"date\": \"../2001\"", "en", word);
        var undated = PublishedDocument.of(register, "public", "", "en", word);
        assertThat(ids(list("q=%s&from=2003-06&to=2003-07".formatted(word))))
                .containsExactlyInAnyOrder(imprecise.id(), undated.id());
        assertThat(ids(list("q=%s&to=1999".formatted(word)))).containsExactlyInAnyOrder(open.id(), undated.id());
        assertThat(ids(list("from=2004&limit=1000"))).contains(undated.id()).doesNotContain(imprecise.id());
    }

    @Test
    void a_language_includes_its_scripts_and_regions() {
        var document = PublishedDocument.of(register, "public", "", "zh-Hant", "上海合作組織憲章");
        for (var filter : List.of("zh", "ZH-hant", "nl,zh")) {
            assertThat(ids(list("limit=1000&language=" + filter))).as(filter).contains(document.id());
        }
        assertThat(ids(list("limit=1000&language=zh-Hans"))).doesNotContain(document.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=!!! | q: '!!!' has no word to search for",
                "q=-naval | q: '-naval' only excludes words",
                "status=lost | status: 'lost' is unknown",
                "from=yesterday | from: ",
            })
    void a_wrong_question_is_refused(String query, String detail) {
        register.after()
                .get("/api/documents?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-query"))
                .body("detail", containsString(detail));
    }

    @Test
    void a_question_is_limited_in_length() {
        register.after()
                .queryParam("q", "a ".repeat(300))
                .get("/api/documents")
                .then()
                .statusCode(400)
                .body("detail", containsString("At most 500"));
    }

    private JsonPath list(String query) {
        return register.after()
                .get("/api/documents?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> ids(JsonPath page) {
        return page.getList("items.id");
    }
}

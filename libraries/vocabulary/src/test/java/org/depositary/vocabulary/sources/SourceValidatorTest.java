package org.depositary.vocabulary.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.depositary.vocabulary.validation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceValidatorTest {

    private static final String DOCUMENT = "ca45dee5200f5c0cca45dee5200f5c0c";
    private static final Source PASSAGE = Source.passage(DOCUMENT, "p-12", "werd lid");
    private static final Source REFERENCE = Source.reference("Charter of the SCO", "https://example.org/charter");

    @Test
    void a_passage_or_a_reference_or_both_are_sources() {
        var both = new Source(
                DOCUMENT, "art-4.p-2", "quote", "Title", "Author", "2006~", "urn:isbn:9789028", "p. 12", null, null);
        assertThat(violations(PASSAGE, REFERENCE, both)).isEmpty();
        assertThat(PASSAGE.citesPassage()).isTrue();
        assertThat(REFERENCE.citesPassage()).isFalse();
    }

    @Test
    void a_title_or_a_uri_alone_is_a_source() {
        assertThat(violations(Source.reference("A chronicle", null), Source.reference(null, "doi:10.1000/182")))
                .isEmpty();
    }

    @Test
    void a_fact_needs_a_source() {
        var needed = new Violation("#/sources", "A fact needs at least one source.");
        assertThat(SourceValidator.violations("#/sources", (List<Source>) null)).containsExactly(needed);
        assertThat(SourceValidator.violations("#/sources", List.of())).containsExactly(needed);
    }

    @Test
    void a_fact_takes_at_most_100_sources() {
        assertThat(SourceValidator.violations("#/sources", Collections.nCopies(100, REFERENCE)))
                .isEmpty();
        assertThat(SourceValidator.violations("#/sources", Collections.nCopies(101, REFERENCE)))
                .containsExactly(new Violation("#/sources", "A fact can have at most 100 sources."));
    }

    @Test
    void every_flaw_points_to_its_place() {
        var bad = new Source("x", " ", null, null, null, "2001-02-30", "javascript:alert(1)", "", null, null);
        assertThat(violations(REFERENCE, bad, null))
                .extracting(Violation::pointer)
                .containsExactly(
                        "#/sources/1/document",
                        "#/sources/1/anchor",
                        "#/sources/1/published",
                        "#/sources/1/uri",
                        "#/sources/1/locator",
                        "#/sources/2");
    }

    @Test
    void a_source_says_where_something_stands() {
        var nowhere = new Source(null, null, "quote", null, "Author", "2006", null, "p. 12", null, null);
        assertThat(violations(nowhere))
                .containsExactly(
                        new Violation("#/sources/0", "A source needs a document and an anchor, or a title, or a uri."));
    }

    @Test
    void a_document_and_an_anchor_need_each_other() {
        assertThat(violations(Source.passage(DOCUMENT, null, null)))
                .extracting(Violation::pointer)
                .containsExactly("#/sources/0/anchor");
        assertThat(violations(Source.passage(null, "p-12", null)))
                .extracting(Violation::pointer)
                .containsExactly("#/sources/0/document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ca45", "CA45DEE5200F5C0CCA45DEE5200F5C0C", "ga45dee5200f5c0cca45dee5200f5c0c"})
    void a_document_is_32_hexadecimal_digits(String document) {
        assertThat(violations(Source.passage(document, "p-12", null)))
                .containsExactly(
                        new Violation("#/sources/0/document", "A document id must have 32 hexadecimal digits."));
    }

    @Test
    void published_is_edtf() {
        assertThat(violations(published("2001-02-30")))
                .containsExactly(new Violation(
                        "#/sources/0/published", "'2001-02-30' is not a date: February 2001 has 28 days."));
        assertThat(violations(published("2005-07-25T10:10:10Z"))).isEmpty();
        assertThat(violations(published("2005-07-25T10:10:10Z/2006")))
                .extracting(Violation::pointer)
                .containsExactly("#/sources/0/published");
    }

    private static Source published(String date) {
        return new Source(null, null, null, "Title", null, date, null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org/a?b=c#d",
                "https://例え.jp/",
                "urn:isbn:978",
                "doi:10.1/2"
            })
    void a_uri_is_a_web_address_or_a_name(String uri) {
        assertThat(violations(Source.reference("Title", uri))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "/charter",
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "https:",
                "https:example",
                "https://exa mple.org",
                "https://[",
                "\u0000"
            })
    void a_uri_is_nothing_else(String uri) {
        assertThat(violations(Source.reference("Title", uri)))
                .extracting(Violation::pointer)
                .containsExactly("#/sources/0/uri");
    }

    @ParameterizedTest(name = "at most {1} characters of {0}")
    @CsvSource({"anchor, 200", "quote, 5000", "title, 1000", "author, 500", "uri, 2000", "locator, 200"})
    void texts_have_limits_in_code_points(String field, int longest) {
        assertThat(violations(with(field, longest))).isEmpty();
        assertThat(violations(with(field, longest + 1)))
                .containsExactly(new Violation(
                        "#/sources/0/" + field, "The text is longer than %d characters.".formatted(longest)));
    }

    private static Source with(String field, int length) {
        var text = field.equals("uri") ? "urn:" + "x".repeat(length - 4) : "𐍈".repeat(length);
        return switch (field) {
            case "anchor" -> Source.passage(DOCUMENT, text, null);
            case "quote" -> Source.passage(DOCUMENT, "p-12", text);
            case "title" -> Source.reference(text, null);
            case "author" -> new Source(null, null, null, "Title", text, null, null, null, null, null);
            case "uri" -> Source.reference(null, text);
            default -> new Source(null, null, null, "Title", null, null, null, text, null, null);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "half \uD83D", "\uDE00 half"})
    void texts_hold_nothing_that_cannot_be_stored(String text) {
        assertThat(violations(Source.reference(text, null)))
                .containsExactly(new Violation(
                        "#/sources/0/title", "The text contains a NUL character or half of a surrogate pair."));
    }

    private static List<Violation> violations(Source... sources) {
        return SourceValidator.violations("#/sources", Arrays.asList(sources));
    }
}

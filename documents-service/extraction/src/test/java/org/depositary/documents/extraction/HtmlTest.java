package org.depositary.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.depositary.documents.extraction.samples.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    private static final String PAGE = """
            <!doctype html>
            <html lang="nl-BE">
            <head>
              <meta charset="utf-8">
              <title>Zeven steden, één kas | De Havenbode</title>
              <meta name="author" content="Joris van den Brink">
              <meta property="og:title" content="Verklaring van de zeven steden">
              <meta property="og:site_name" content="De Havenbode">
              <meta property="article:published_time" content="2003-07-09T08:00:00+02:00">
              <style>p { color: red }</style>
              <script>document.write("<p>not text</p>")</script>
            </head>
            <body>
              <header><a href="/">De Havenbode</a></header>
              <nav><ul><li>Home<li>Archief</ul></nav>
              <main>
                <h1>Zeven steden,&nbsp;één kas</h1>
                <p>De steden <b>besloten</b> op dinsdag
                   tot een   gezamenlijke kas.<sup><a href="#fn1">1</a></sup>
                <p>Tweede ali&shy;nea,<br>met een regeleinde.
                <h2>Wat erin zit</h2>
                <ul><li>zout<li>barnsteen <ol><li>ruw</li></ol> en meer</ul>
                <table>
                  <caption>Tol per stad</caption>
                  <tr><th>Stad<th>Zout
                  <tr><td>Noorderhaven<td><p>12</p>
                </table>
                <p hidden>verborgen</p>
                <p style="display: none">ook verborgen</p>
                <section class="footnotes"><ol><li id="fn1">Zie de notulen. <a href="#r">↩</a></ol></section>
              </main>
              <aside>Lees ook</aside>
              <footer>© De Havenbode</footer>
            </body>
            </html>
            """;

    @Test
    void the_page_reads_block_by_block_without_its_furniture() {
        assertThat(ExtractedDocument.ofHtml(PAGE).passages())
                .containsExactly(
                        "meta-title: Verklaring van de zeven steden",
                        "meta-author: Joris van den Brink",
                        "meta-date: 2003-07-09",
                        "meta-publisher: De Havenbode",
                        "h-1: Zeven steden, één kas",
                        "p-1: De steden besloten op dinsdag tot een gezamenlijke kas.1",
                        "p-2: Tweede alinea, met een regeleinde.",
                        "h-2: Wat erin zit",
                        "li-1: zout",
                        "li-2: barnsteen",
                        "li-3: 1. ruw",
                        "li-4: en meer",
                        "p-3: Tol per stad",
                        "tr-1: Stad Zout",
                        "tr-2: Noorderhaven 12",
                        "fn-1: 1 Zie de notulen. ↩");
    }

    @Test
    void the_page_describes_itself() {
        ExtractionOutcome.Read read = ExtractedDocument.ofHtml(PAGE).read();

        assertThat(read.description().title()).contains("Verklaring van de zeven steden");
        assertThat(read.description().author()).contains("Joris van den Brink");
        assertThat(read.description().date()).contains("2003-07-09");
        assertThat(read.description().publisher()).contains("De Havenbode");
        assertThat(read.description().type()).contains("declaration");
        assertThat(read.language()).contains("nl");
        assertThat(read.text()).contains("Noorderhaven\t12");
    }

    @Test
    void a_title_that_stands_in_the_text_is_not_repeated() {
        ExtractedDocument reading = ExtractedDocument.ofHtml("<title>Zout</title><h1> Zout </h1><p>Tekst.");

        assertThat(reading.passages()).containsExactly("h-1: Zout", "p-1: Tekst.");
    }

    @Test
    void an_old_page_without_paragraphs_is_read_too() {
        ExtractedDocument reading = ExtractedDocument.ofHtml(
                "<body bgcolor=white><form><table><tr><td><font>Left menu</font></td><td><table><tr><td>"
                        + "First paragraph, broken<br>once.<br><br>Second paragraph.</td></tr></table></td></tr></table></form>");

        assertThat(reading.passages())
                .containsExactly("p-1: Left menu", "p-2: First paragraph, broken once.", "p-3: Second paragraph.");
    }

    @Test
    void preformatted_text_keeps_its_lines() {
        ExtractedDocument reading = ExtractedDocument.ofHtml("<pre>Art. 1   Salt\n  and amber\n\nNext</pre>");

        assertThat(reading.read().text()).startsWith("Art. 1   Salt\n  and amber\n\nNext");
        assertThat(reading.read().passages()).hasSize(2);
    }

    @Test
    void articles_of_a_treaty_are_found() {
        ExtractedDocument reading =
                ExtractedDocument.ofHtml("<h2>Article 4</h2><p>The Towns assist each other.<ol><li>with salt</ol>");

        assertThat(reading.anchors()).containsExactly("art-4", "art-4.intro", "art-4.p-1");
    }

    @Test
    void items_of_ordered_lists_have_the_numbers_that_a_browser_prints() {
        ExtractedDocument reading = ExtractedDocument.ofHtml(
                "<h2>Article 1</h2><ol><li>Each party pays:<ol type=a><li><p>salt;<p>in barrels<li>amber.</ol><li>Each rows.</ol>"
                        + "<h2>Other</h2><ol start=3 type=i><li>three<li value=7>seven<li>eight</ol>"
                        + "<ol reversed><li>two<li>one</ol><ol style='list-style: none'><li>hidden</ol>"
                        + "<ol><li>(a) printed<li>12 ships<li><ol><li>inner</ol><li><ul><li>outer</ul></ol><ul><li>bullet</ul>");

        assertThat(reading.passages())
                .containsExactly(
                        "art-1: Article 1",
                        "art-1.p-1: 1. Each party pays:",
                        "art-1.p-1.li-a: a. salt;",
                        "art-1.p-1.li-1: in barrels",
                        "art-1.p-1.li-b: b. amber.",
                        "art-1.p-2: 2. Each rows.",
                        "h-1: Other",
                        "li-1: iii. three",
                        "li-2: vii. seven",
                        "li-3: viii. eight",
                        "li-4: 2. two",
                        "li-5: 1. one",
                        "li-6: hidden",
                        "li-7: (a) printed",
                        "li-8: 2. 12 ships",
                        "li-9: 1. inner",
                        "li-10: 4. outer",
                        "li-11: bullet");
    }

    @Test
    void a_book_prints_the_numbers_of_its_lists() {
        byte[] book = SampleFiles.epub("<ol start=\"4\" type=\"a\"><li>Salt.</li><li>Amber.</li></ol>");

        assertThat(ExtractedDocument.of(book, "").passages()).containsExactly("li-1: d. Salt.", "li-2: e. Amber.");
    }

    @Test
    void articles_set_as_paragraphs_are_headings() {
        ExtractedDocument reading =
                ExtractedDocument.ofHtml("<P>Article 1<BR>Goals<P>The goals are salt and amber.<P>Article 2<P>None.");

        assertThat(reading.anchors()).containsExactly("art-1", "art-1.p-1", "art-2", "art-2.p-1");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, <meta charset=windows-1251>, text/html",
        "windows-1251, '<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">', text/html",
        "KOI8-R, '', text/html; charset=koi8-r",
        "KOI8-R, <meta charset=windows-1251>, text/html; charset=koi8-r",
        "UTF-16LE, <meta charset=utf-16>, text/html",
        "UTF-8, <meta charset=windows-1251>, text/html"
    })
    void the_charset_is_found_wherever_it_is_said(String charset, String meta, String declared) {
        byte[] bytes = ("<html>" + meta + "<p>Соль</p></html>").getBytes(Charset.forName(charset));

        assertThat(ExtractedDocument.of(bytes, declared).passages()).containsExactly("p-1: Соль");
    }

    @Test
    void broken_and_deep_markup_is_read_as_far_as_it_goes() {
        String deep = "<div>".repeat(20_000) + "bottom";

        assertThat(ExtractedDocument.ofHtml(deep).passages()).containsExactly("p-1: bottom");
        assertThat(ExtractedDocument.ofHtml("<p>a<td>b</p></li><h1>c&bogus;<").passages())
                .isNotEmpty();
        assertThat(ExtractedDocument.of("<p>\0a\u0001b".getBytes(StandardCharsets.UTF_8), "text/html")
                        .read()
                        .text())
                .doesNotContain("\0");
    }
}

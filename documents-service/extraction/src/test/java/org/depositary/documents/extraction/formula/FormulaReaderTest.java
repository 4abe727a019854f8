package org.depositary.documents.extraction.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.documents.extraction.ExtractedDocument;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.samples.SampleFiles;
import org.depositary.documents.extraction.samples.SamplePdf;
import org.depositary.documents.extraction.samples.SampleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaReaderTest {

    private static final String BODY = """
            The Towns of the Amber Coast look after the dykes together. Each of them pays its part of the treasury on
            the first day of the year, and no town leaves the Union while it owes a payment.
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Done at Shanghai on 15 June 2001, in duplicate in the Chinese and Russian languages.|Shanghai",
                "DONE AT SHANGHAI ON 15 JUNE 2001|SHANGHAI",
                "DONE in the city of Saint Petersburg, this 15th day of June 2001.|Saint Petersburg",
                "In witness whereof the undersigned signed this Charter. Done on 15 June 2001 at Shanghai.|Shanghai",
                "Gedaan te Sjanghai op 15 juni 2001, in twee exemplaren.|Sjanghai",
                "Fait à Shanghai, le 15 juin 2001, en double exemplaire.|Shanghai",
                "Geschehen zu Schanghai am 15. Juni 2001 in zwei Urschriften.|Schanghai",
                "Hecho en Shanghái, el 15 de junio de 2001.|Shanghái",
                "Совершено в городе Шанхае 15 июня 2001 года в двух экземплярах.|Шанхае",
                "Совершено в г. Шанхае 15 июня 2001 года|Шанхае",
                "Совершено 15 июня 2001 года в городе Шанхае.|Шанхае",
                "2001年6月15日订于上海|上海",
                "本公约于二〇〇一年六月十五日在上海签订，一式两份。|上海",
                "二〇〇一年六月十五日于上海|上海"
            })
    void the_closing_formula_states_date_and_place(String formula, String place) {
        ExtractedMetadata metadata = read("CHARTER OF THE AMBER COAST UNION\n\n" + BODY + "\n" + formula + "\n");

        assertThat(metadata.date()).contains("2001-06-15");
        assertThat(metadata.place()).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shanghai, 15 June 2001",
                "(Shanghai, June 15, 2001)",
                "15 June 2001, Shanghai",
            })
    void a_line_with_place_and_date_is_the_date_of_the_document(String line) {
        ExtractedMetadata below = read("DECLARATION OF THE AMBER COAST UNION\n\n" + line + "\n\n" + BODY);
        ExtractedMetadata atEnd = read("DECLARATION OF THE AMBER COAST UNION\n\n" + BODY + "\n" + line + "\n");

        assertThat(below.date()).contains("2001-06-15");
        assertThat(below.place()).contains("Shanghai");
        assertThat(atEnd.date()).contains("2001-06-15");
        assertThat(atEnd.place()).contains("Shanghai");
    }

    @Test
    void the_opening_of_a_declaration_states_date_and_place() {
        ExtractedMetadata metadata = read("""
                DECLARATION of the Mayors of the Amber Coast Union

                The mayors of the towns of the Union (hereinafter the Towns) – the Town of Zilverstrand, the Free Town of Noorderhaven and the Town of Oosterwijk – having met on July 9, 2003 in Zilverstrand at a session of the Council, state the following.

                Since the meeting of June 17, 2002 the dykes have been repaired and the treasury has been opened again.
                """);

        assertThat(metadata.date()).contains("2003-07-09");
        assertThat(metadata.place()).contains("Zilverstrand");
        assertThat(metadata.signatories())
                .containsExactly("Town of Zilverstrand", "Free Town of Noorderhaven", "Town of Oosterwijk");
    }

    @Test
    void a_header_date_that_disagrees_with_the_text_is_a_conflict() {
        ExtractedDocument document = ExtractedDocument.ofText("""
                [Title] CHARTER of the Amber Coast Union
                [Place] Noorderhaven
                [Date] July 10, 2003

                The Towns look after the dykes together, and each of them pays its part of the treasury.

                Done at Zilverstrand on 9 July 2003.
                """);
        ExtractedMetadata metadata = document.read().description();

        assertThat(metadata.date()).contains("2003-07-09");
        assertThat(metadata.place()).contains("Zilverstrand");
        assertThat(values(metadata.conflicts()))
                .isEqualTo(Map.of(
                        MetadataField.DATE, List.of("2003-07-09 text", "2003-07-10 header-line"),
                        MetadataField.PLACE, List.of("Zilverstrand text", "Noorderhaven header-line")));
        assertThat(metadata.origins().get(MetadataField.DATE).at().stream()
                        .boxed()
                        .flatMap(at -> document.read().anchorAt(at).stream()))
                .containsExactly("p-2");
    }

    @Test
    void a_header_line_that_agrees_keeps_its_field() {
        ExtractedMetadata metadata = read("""
                [Title] УСТАВ Союза
                [Place] Астана
                [Date] 2003

                Города вместе заботятся о плотинах, и каждый из них платит свою долю в казну союза.

                Совершено в городе Астане 9 июля 2003 года.
                """);

        assertThat(metadata.place()).contains("Астана");
        assertThat(metadata.date()).contains("2003-07-09");
        assertThat(metadata.conflicts()).isEmpty();
    }

    @Test
    void dates_in_an_article_are_not_its_own() {
        ExtractedMetadata metadata = read("""
                The Towns and Their Treasury

                Signed at Zilverstrand on 26 April 1996, the first treaty opened the way. The mayors met on 5 July 2005 in Noorderhaven, and again in spring.

                On 15 June 2001 they signed another one. Nobody knows why it was not published in that year.
                """);

        assertThat(metadata.date()).isEmpty();
        assertThat(metadata.place()).isEmpty();
        assertThat(metadata.signatories()).isEmpty();
    }

    @Test
    void the_date_of_a_web_page_gives_way_to_the_date_in_its_text() {
        ExtractedMetadata metadata = ExtractedDocument.ofHtml("""
                        <html><head><title>Charter of the Amber Coast Union</title>
                        <meta property="article:published_time" content="2011-03-01T10:00:00Z"></head>
                        <body><h1>Charter of the Amber Coast Union</h1>
                        <p>The Towns look after the dykes together, and each of them pays its part of the treasury.</p>
                        <p>Done at Zilverstrand on 9 July 2003.</p>
                        <p>For the Town of Zilverstrand:<br>A. Keeper</p><p>For the Free Town of Noorderhaven<br>B. Berg</p>
                        </body></html>
                        """).read().description();

        assertThat(metadata.date()).contains("2003-07-09");
        assertThat(values(metadata.conflicts()))
                .isEqualTo(Map.of(MetadataField.DATE, List.of("2003-07-09 text", "2011-03-01 html-meta")));
        assertThat(metadata.signatories()).containsExactly("Town of Zilverstrand", "Free Town of Noorderhaven");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Done at Riga on 9 July 2003.|For the Government of the Republic of Latvia: ____|Government of the Republic of Latvia",
                "Gedaan te Riga op 9 juli 2003.|Voor het Koninkrijk der Nederlanden|Koninkrijk der Nederlanden",
                "Совершено в Риге 9 июля 2003 года.|За Республику Казахстан (подпись)|Республику Казахстан",
                "2003年7月9日订于里加|哈萨克斯坦共和国代表：|哈萨克斯坦共和国代表",
                "Done at Riga on 9 July 2003.|President of the Republic of Latvia|President of the Republic of Latvia"
            })
    void signatories_are_read_as_printed(String formula, String line, String signatory) {
        ExtractedMetadata metadata = read(
                "CHARTER OF THE UNION\n\n" + BODY + "\n" + formula + "\n\n" + line + "\n\nANNEX\n\nFor the record\n");

        assertThat(metadata.signatories()).containsExactly(signatory);
    }

    static Stream<Arguments> formats() {
        List<SampleText.Block> blocks = new ArrayList<>(SampleText.treaty(3, 6).blocks());
        Stream.of(
                        "Done at Riga on 15 June 2001, in two originals, in the languages of both.",
                        "For the Republic of Latvia:",
                        "N. Keeper",
                        "For the Kingdom of Norway:",
                        "J. Berg")
                .map(line -> new SampleText.Block(SampleText.Kind.PARAGRAPH, line))
                .forEach(blocks::add);
        SampleText text = new SampleText(blocks);
        return Stream.of(
                Arguments.of("txt", SampleFiles.txt(text)),
                Arguments.of("html", SampleFiles.html(text)),
                Arguments.of("docx", SampleFiles.docx(text)),
                Arguments.of("rtf", SampleFiles.rtf(text)),
                Arguments.of("odt", SampleFiles.odt(text)),
                Arguments.of("epub", SampleFiles.epub(text)),
                Arguments.of("pdf", SamplePdf.of(text, SamplePdf.Style.GAPS)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_format_says_the_same(String format, byte[] file) {
        ExtractedMetadata metadata =
                ExtractedDocument.of(file, "application/octet-stream").read().description();

        assertThat(metadata.title()).contains("Treaty of the Northern Harbours");
        assertThat(metadata.type()).contains("treaty");
        assertThat(metadata.date()).contains("2001-06-15");
        assertThat(metadata.place()).contains("Riga");
        assertThat(metadata.signatories()).containsExactly("Republic of Latvia", "Kingdom of Norway");
    }

    private static ExtractedMetadata read(String text) {
        return ExtractedDocument.ofText(text).read().description();
    }

    private static Map<MetadataField, List<String>> values(Map<MetadataField, List<MetadataReading>> conflicts) {
        return conflicts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, conflict -> conflict.getValue().stream()
                        .map(it -> it.value() + " " + it.source().label())
                        .toList()));
    }
}

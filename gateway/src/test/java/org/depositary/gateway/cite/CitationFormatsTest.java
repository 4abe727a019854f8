package org.depositary.gateway.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the formats of citations: dates, special characters, and what is left out. */
class CitationFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static CitedRecord document(String title, String date) {
        return new CitedRecord(
                "document-1",
                "document",
                title,
                Optional.of("Heads of State"),
                Optional.of(date),
                "Depositary",
                Optional.of("SCO"),
                Optional.of("Astana"),
                Optional.of("3"),
                Optional.of("nl"),
                Optional.empty(),
                List.of("Sources disagree about this"),
                new PinnedAddress(
                        "https://register.example.org/api/documents/1",
                        Instant.parse("2026-11-29T10:00:00.5Z"),
                        Optional.empty(),
                        Optional.of("nl")));
    }

    private static JsonNode csl(CitedRecord cited) throws Exception {
        return JSON.readTree(cited.csl()).path(0);
    }

    @Test
    void an_entry_of_bibtex_is_complete() {
        assertThat(document("Declaration", "2005-07-05").bibtex()).isEqualTo("""
                        @misc{document-1,
                          author = {{Heads of State}},
                          title = {{Declaration}},
                          year = {2005},
                          month = jul,
                          date = {2005-07-05},
                          howpublished = {Depositary},
                          publisher = {{SCO}},
                          address = {Astana},
                          pages = {3},
                          langid = {nl},
                          note = {Sources disagree about this},
                          url = {https://register.example.org/api/documents/1?known-at=2026-11-29T10:00:00.500Z&lang=nl},
                          urldate = {2026-11-29}
                        }
                        """);
    }

    @Test
    void special_characters_of_tex_are_escaped_and_others_stay() {
        assertThat(BibtexText.escaped("50 % of {Å} \\ A_b & #1 ~ ^ $\n\n »Қазақстан« 中国 <a> b|c d--e"))
                .isEqualTo(
                        "50 \\% of \\textbraceleft{}Å\\textbraceright{} \\textbackslash{} A\\_b \\& \\#1"
                                + " \\textasciitilde{} \\textasciicircum{} \\$ »Қазақстан« 中国 \\textless{}a\\textgreater{} b\\textbar{}c d-{}-e");
    }

    @Test
    void a_citation_in_text_is_one_line() {
        assertThat(document("Declaration\n of Astana", "2005-07").text())
                .isEqualTo(
                        "Heads of State. Declaration of Astana (July 2005). SCO. Depositary. Sources disagree about this."
                                + " As known at 2026-11-29T10:00:00.500Z:"
                                + " https://register.example.org/api/documents/1?known-at=2026-11-29T10:00:00.500Z&lang=nl\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2005-07-05           | [[2005,7,5]]       | false
            2005                 | [[2005]]           | false
            2008~                | [[2008]]           | true
            2007/2010            | [[2007],[2010]]    | false
            2003-08-06/2003-08   | [[2003,8,6],[2003,8]] | false
            """)
    void a_date_has_the_parts_that_are_known(String edtf, String parts, boolean approximate) throws Exception {
        var issued = csl(document("A", edtf)).path("issued");
        assertThat(issued.path("date-parts").toString()).isEqualTo(parts);
        assertThat(issued.path("circa").asBoolean()).isEqualTo(approximate);
    }

    @ParameterizedTest
    @CsvSource({"199X, in the 1990s", "../2010, not later than 2010", "2010/.., not before 2010"})
    void a_date_without_a_year_is_written_in_words(String edtf, String words) throws Exception {
        assertThat(csl(document("A", edtf)).path("issued").path("literal").asText())
                .isEqualTo(words);
        assertThat(document("A", edtf).bibtex())
                .contains("date = {" + edtf + "}")
                .doesNotContain("year =");
    }
}

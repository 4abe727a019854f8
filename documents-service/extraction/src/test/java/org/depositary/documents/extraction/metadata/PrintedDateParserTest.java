package org.depositary.documents.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDateParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "July 5, 2005|2005-07-05",
                "Tuesday, July 5th, 2005|2005-07-05",
                "5 July 2005|2005-07-05",
                "5 juli 2005|2005-07-05",
                "5. Juli 2005|2005-07-05",
                "5 juillet 2005|2005-07-05",
                "5 de julio de 2005|2005-07-05",
                "5 июля 2005 г.|2005-07-05",
                "5 липня 2005|2005-07-05",
                "05.07.2005|2005-07-05",
                "2005年7月5日|2005-07-05",
                "二〇〇五年七月五日|2005-07-05",
                "二零零一年六月十五日|2001-06-15",
                "二○○二年十二月二十日|2002-12-20",
                "this 5th day of July, 2005|2005-07-05",
                "the 1st of July 2005|2005-07-01",
                "1er juillet 2005|2005-07-01",
                "2005-07-05|2005-07-05",
                "2005-07-05T10:00:00Z|2005-07-05",
                "Sept. 2005|2005-09",
                "Июль 2005|2005-07",
                "2005-07|2005-07",
                "2005|2005"
            })
    void datesAreReadAsTheyArePrinted(String printed, String edtf) {
        assertThat(PrintedDateParser.toEdtf(printed)).contains(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07/05/2005",
                "July 5-6, 2005",
                "5-6 July 2005",
                "31 June 2005",
                "Smarch 1, 2005",
                "in the year 2005",
                "",
                "2005-13",
                "2005年十十五月5日"
            })
    void what_is_uncertain_is_not_read(String printed) {
        assertThat(PrintedDateParser.toEdtf(printed)).isEmpty();
    }
}

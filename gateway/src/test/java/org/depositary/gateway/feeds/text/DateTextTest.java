package org.depositary.gateway.feeds.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2001-06-15, on 15 June 2001",
        "2003-08, in August 2003",
        "1996, in 1996",
        "2008~, in about 2008",
        "2005?, in perhaps 2005",
        "2001-06-15?, on perhaps 15 June 2001",
        "199X, in the 1990s",
        "2007/2010, between 2007 and 2010",
        "../2010, not later than 2010",
        "2010/.., not before 2010",
        "../.., on an unknown day"
    })
    void a_point_is_written_in_words(String edtf, String words) {
        assertThat(DateText.point(edtf)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2007-08-09/2007-08-17, from 9 August 2007 to 17 August 2007",
        "2007, in 2007",
        "2007/.., from 2007 on",
        "/2010, until 2010"
    })
    void a_period_is_written_in_words(String edtf, String words) {
        assertThat(DateText.period(edtf)).isEqualTo(words);
    }
}

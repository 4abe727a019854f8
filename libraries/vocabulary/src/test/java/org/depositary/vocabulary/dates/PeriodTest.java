package org.depositary.vocabulary.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @Test
    void has_a_start_point_and_an_end_point() {
        assertThat(Period.parse("2007-08-09/2007-08?"))
                .isEqualTo(new Period(PartialDate.parse("2007-08-09"), PartialDate.parse("2007-08?")));
    }

    @Test
    void of_a_single_date_starts_and_ends_with_it() {
        var august = PartialDate.parse("2007-08");
        assertThat(Period.parse("2007-08")).isEqualTo(new Period(august, august));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2007-08", "2007-08-09/2007-08-17", "2022-01-06/..", "2022/", "../1998", "/1998~"})
    void is_written_as_it_was_read(String edtf) {
        assertThat(Period.parse(edtf).edtf()).isEqualTo(edtf);
        assertThat(Period.parse(edtf).asPoint()).isEqualTo(PartialDate.parse(edtf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010/2007", "../..", "2001-13", "x", ""})
    void refuses_what_is_no_date(String edtf) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(edtf));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "2007-08-09/2007-08-17, 2007-08-08, no",
        "2007-08-09/2007-08-17, 2007-08-09, certain",
        "2007-08-09/2007-08-17, 2007-08-17, certain",
        "2007-08-09/2007-08-17, 2007-08-18, no",
        "2007-08-09, 2007-08-09, certain",
        "2007-08-09?, 2007-08-09, possible",
        "2007-08, 2007-07-31, no",
        "2007-08, 2007-08-01, possible",
        "2007-08, 2007-08-31, possible",
        "2007-08, 2007-09-01, no",
        "2003/2005, 2003-12-30, possible",
        "2003/2005, 2003-12-31, certain",
        "2003/2005, 2005-01-01, certain",
        "2003/2005, 2005-01-02, possible",
        "2003~/2005~, 2003-12-31, possible",
        "2003~/2005~, 2004-01-01, certain",
        "2003~/2005~, 2005-01-01, possible",
        "2022-01-06/.., 2030-01-01, certain",
        "2022-01-06/.., 2022-01-05, no",
        "2022-01-06/, 2030-01-01, possible",
        "../1998-05, 1950-01-01, possible",
        "../1998-05, 1998-06-01, no",
        "2007-08-09, -999999999-01-01, no",
        "2007-08-09/.., +999999999-12-31, certain",
    })
    void tells_how_surely_it_covers_a_day(String period, LocalDate day, String covers) {
        assertThat(Period.parse(period).on(day).map(Object::toString).orElse("no"))
                .isEqualTo(covers);
    }
}

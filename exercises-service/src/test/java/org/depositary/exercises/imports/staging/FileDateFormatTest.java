package org.depositary.exercises.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileDateFormatTest {

    @Test
    void two_digits_mean_a_year_up_to_the_pivot() {
        var format = FileDateFormat.of("M/d/yy", Optional.of(2026));
        assertThat(format.edtf("5/16/80")).contains("1980-05-16");
        assertThat(format.edtf("5/16/26")).contains("2026-05-16");
        assertThat(format.edtf("5/16/27")).contains("1927-05-16");
        assertThat(FileDateFormat.of("M/d/yy", Optional.of(1999)).edtf("5/16/00"))
                .contains("1900-05-16");
        assertThat(FileDateFormat.of("M/d/yy", Optional.empty()).edtf("5/16/80"))
                .contains("1980-05-16");
    }

    @Test
    void a_date_with_a_two_digit_year_is_never_in_the_future() {
        var today = LocalDate.of(2026, 11, 29);
        var days = FileDateFormat.of("M/d/yy", Optional.empty(), today);
        assertThat(days.edtf("11/29/26")).contains("2026-11-29");
        assertThat(days.edtf("11/30/26")).contains("1926-11-30");
        assertThat(days.edtf("12/31/26")).contains("1926-12-31");
        assertThat(days.edtf("1/1/27")).contains("1927-01-01");
        var months = FileDateFormat.of("MM/yy", Optional.empty(), today);
        assertThat(months.edtf("11/26")).contains("2026-11");
        assertThat(months.edtf("12/26")).contains("1926-12");
        assertThat(FileDateFormat.of("yy", Optional.empty(), today).edtf("26")).contains("2026");
        assertThat(FileDateFormat.of("M/d/yy", Optional.of(2026), today).edtf("12/31/26"))
                .contains("2026-12-31");
        assertThat(FileDateFormat.of("M/d/yyyy", Optional.empty(), today).edtf("12/31/2026"))
                .contains("2026-12-31");
        assertThat(FileDateFormat.of("M/d/yy", Optional.empty(), LocalDate.of(2028, 1, 10))
                        .edtf("2/29/28"))
                .contains("1928-02-29");
    }

    @Test
    void a_pattern_can_have_four_digits_a_month_name_or_no_day() {
        assertThat(FileDateFormat.of("dd.MM.yyyy", Optional.empty()).edtf("09.08.2007"))
                .contains("2007-08-09");
        assertThat(FileDateFormat.of("d MMM yyyy", Optional.empty()).edtf("9 aug 2007"))
                .contains("2007-08-09");
        assertThat(FileDateFormat.of("MM/yyyy", Optional.empty()).edtf("08/2007"))
                .contains("2007-08");
        assertThat(FileDateFormat.of("yyyy", Optional.empty()).edtf("2007")).contains("2007");
        assertThat(FileDateFormat.of("'year' yy", Optional.of(2026)).edtf("year 80"))
                .contains("1980");
    }

    @Test
    void a_day_that_does_not_exist_is_no_date() {
        var format = FileDateFormat.of("M/d/yy", Optional.of(2026));
        assertThat(format.edtf("2/30/80")).isEmpty();
        assertThat(format.edtf("2/29/81")).isEmpty();
        assertThat(format.edtf("2/29/80")).contains("1980-02-29");
        assertThat(format.edtf("1980-05-16")).isEmpty();
    }

    @Test
    void a_pattern_that_is_none_is_refused() {
        assertThatThrownBy(() -> FileDateFormat.of("bogus", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileDateFormat.of(" ", Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }
}

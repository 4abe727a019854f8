package org.depositary.vocabulary.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest(name = "{0} is from {1} to {2}")
    @CsvSource({
        "2001-06-15, 2001-06-15, 2001-06-15",
        "2004-02-29, 2004-02-29, 2004-02-29",
        "2001-12-31, 2001-12-31, 2001-12-31",
        "2003-08, 2003-08-01, 2003-08-31",
        "2004-02, 2004-02-01, 2004-02-29",
        "1900-02, 1900-02-01, 1900-02-28",
        "1996, 1996-01-01, 1996-12-31",
        "0000, 0000-01-01, 0000-12-31",
        "0044-03-15, 0044-03-15, 0044-03-15",
        "-0044-03-15, -0044-03-15, -0044-03-15",
        "-4712, -4712-01-01, -4712-12-31",
        "9999-12-31, 9999-12-31, 9999-12-31",
        "Y12345, +12345-01-01, +12345-12-31",
        "Y99999, +99999-01-01, +99999-12-31",
    })
    void reads_days_months_and_years(String edtf, LocalDate earliest, LocalDate latest) {
        assertBounds(edtf, earliest, latest);
    }

    @ParameterizedTest(name = "{0} is from {1} to {2}")
    @CsvSource({
        "2003-21, 2003-03-01, 2003-05-31",
        "2003-22, 2003-06-01, 2003-08-31",
        "2003-23, 2003-09-01, 2003-11-30",
        "2003-24, 2003-12-01, 2004-02-29",
    })
    void reads_seasons_as_the_meteorologists_of_the_north_have_them(String edtf, LocalDate earliest, LocalDate latest) {
        assertBounds(edtf, earliest, latest);
    }

    @ParameterizedTest(name = "{0} is from {1} to {2}")
    @CsvSource({
        "199X, 1990-01-01, 1999-12-31",
        "19XX, 1900-01-01, 1999-12-31",
        "00XX, 0000-01-01, 0099-12-31",
        "2004-XX, 2004-01-01, 2004-12-31",
        "2004-06-XX, 2004-06-01, 2004-06-30",
        "1985-XX-XX, 1985-01-01, 1985-12-31",
    })
    void reads_unspecified_digits(String edtf, LocalDate earliest, LocalDate latest) {
        assertBounds(edtf, earliest, latest);
    }

    @ParameterizedTest(name = "{0} is uncertain, from {1} to {2}")
    @CsvSource({
        "2008~, 2008-01-01, 2008-12-31",
        "2005?, 2005-01-01, 2005-12-31",
        "2004-06%, 2004-06-01, 2004-06-30",
        "2001-06-15?, 2001-06-15, 2001-06-15",
        "2003-21~, 2003-03-01, 2003-05-31",
        "199X~, 1990-01-01, 1999-12-31",
        "2004-XX?, 2004-01-01, 2004-12-31",
        "Y12345~, +12345-01-01, +12345-12-31",
        "1984~/2004-06, 1984-01-01, 2004-06-30",
        "1984/2004-06?, 1984-01-01, 2004-06-30",
        "1984~/2004-06%, 1984-01-01, 2004-06-30",
    })
    void keeps_the_bounds_of_what_is_approximate_or_doubtful(String edtf, LocalDate earliest, LocalDate latest) {
        assertThat(PartialDate.parse(edtf))
                .isEqualTo(new PartialDate(edtf, Optional.of(earliest), Optional.of(latest), true));
    }

    @ParameterizedTest(name = "{0} is from {1} to {2}")
    @CsvSource({
        "2007/2010, 2007-01-01, 2010-12-31",
        "2001-06-15/2001-06-16, 2001-06-15, 2001-06-16",
        "2003-08/2004, 2003-08-01, 2004-12-31",
        "2004-06/2004, 2004-06-01, 2004-12-31",
        "2003-21/2003-22, 2003-03-01, 2003-08-31",
        "-0100/0100, -0100-01-01, 0100-12-31",
    })
    void reads_an_interval_as_some_day_within(String edtf, LocalDate earliest, LocalDate latest) {
        assertBounds(edtf, earliest, latest);
    }

    @ParameterizedTest(name = "{0} is from {1} to {2}")
    @CsvSource({
        "../2010, , 2010-12-31",
        "/2010, , 2010-12-31",
        "2010/.., 2010-01-01,",
        "2010/, 2010-01-01,",
        "2010~/.., 2010-01-01,",
    })
    void leaves_an_open_or_unknown_side_without_bound(String edtf, LocalDate earliest, LocalDate latest) {
        var date = PartialDate.parse(edtf);
        assertThat(date.earliest()).isEqualTo(Optional.ofNullable(earliest));
        assertThat(date.latest()).isEqualTo(Optional.ofNullable(latest));
        assertThat(date.uncertain()).isEqualTo(edtf.contains("~"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001-06-15T10:30:00",
                "2001-06-15T23:59:59Z",
                "2001-06-15T00:00:00+02",
                "2001-06-15T10:30:00-05:30",
                "2001-06-15T10:30:00.123456Z"
            })
    void keeps_a_date_time_as_written_and_stands_for_the_day_that_is_written(String dateTime) {
        var day = LocalDate.of(2001, 6, 15);
        assertThat(PartialDate.parse(dateTime))
                .isEqualTo(new PartialDate(dateTime, Optional.of(day), Optional.of(day), false));
        assertThat(Period.parse(dateTime).edtf()).isEqualTo(dateTime);
        assertThat(Period.parse(dateTime).asPoint()).isEqualTo(PartialDate.parse(dateTime));
    }

    @Test
    void takes_an_interval_between_equal_ends_for_that_date() {
        assertThat(PartialDate.parse("2004/2004")).isEqualTo(PartialDate.parse("2004"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2001-02-30 | February 2001 has 28 days",
                "2001-02-29 | February 2001 has 28 days",
                "2001-04-31 | April 2001 has 30 days",
                "2001-01-00 | January 2001 has 31 days",
                "2001-01-32 | January 2001 has 31 days",
                "2001-13 | the month does not exist: 13",
                "2001-00 | the month does not exist: 00",
                "2001-20 | the month does not exist: 20",
                "2001-25 | the month does not exist: 25",
                "2001-21-01 | the month does not exist: 21",
                "2001-13-01 | the month does not exist: 13",
                "2001-13-XX | the month does not exist: 13",
                "2010/2007 | the interval ends before it starts",
                "2001-06-16/2001-06-15 | the interval ends before it starts",
                "2008~/2007 | the interval ends before it starts",
                "2001-02-30/2002 | February 2001 has 28 days",
                "../.. | an interval has a date on at least one side",
                "/ | an interval has a date on at least one side",
                "/.. | an interval has a date on at least one side",
                "2004-06-XX/2004-07-03 | X inside an interval is EDTF level 2",
                "2004/199X | X inside an interval is EDTF level 2",
                "2005-07-25T10:10:10Z/2006 | an interval has no times; write the day alone",
                "2006/2007-07-25T10:10:10Z | an interval has no times; write the day alone",
                "../2007-07-25T10:10:10 | an interval has no times; write the day alone",
                "2007-07-25T10:10:10+02:00/.. | an interval has no times; write the day alone",
                "2007-08-09T00:00:00Z/2007-08-17T18:00:00Z | an interval has no times; write the day alone",
                "1985-XX-12 | a day of an unspecified month is EDTF level 2",
                "-0000 | the year 0000 has no sign",
                "-4713 | years must be from -4712 to Y99999",
                "Y-12345 | years must be from -4712 to Y99999",
                "Y2001 | Y is for years of five digits",
                "Y-2001 | Y is for years of five digits",
                "Y01234 | Y is for years of five digits",
                "Y170000002 | Y is for years of five digits, up to Y99999",
                "Y100000 | years must be from -4712 to Y99999",
                "Y99999999999999999999 | Y is for years of five digits",
                "2001-06-15T25:00:00 | the time of day or the offset does not exist",
                "2001-06-15T10:60:00Z | the time of day or the offset does not exist",
                "2001-06-15T10:30:00+19:00 | the time of day or the offset does not exist",
                "2001-06-15T10:30 | a time is written as",
                "2001-06-15T | a time is written as",
                "2001-06T10:30:00 | a time needs a full date before it",
                "2001-06-15?T10:30:00 | a time needs a full date before it",
                "2001-06-XXT10:30:00 | a time needs a full date before it",
            })
    void says_what_is_wrong_with_an_impossible_date(String edtf, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(edtf))
                .withMessageContaining(reason)
                .withMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XXXX",
                "1XXX",
                "199X-05",
                "199X-XX",
                "-199X",
                "156X-12-25",
                "2004-?06",
                "2004?-06-11",
                "?2004-06",
                "~2004",
                "2004-06~-11",
                "Y17E7",
                "1950S2",
                "2001-34",
                "[1667,1668]",
                "{1960,1961}",
                "2004~?"
            })
    void takes_nothing_of_level_2(String edtf) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(edtf));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "x", "today", "15-06-2001", "06/15/2001", "2001/06/15", "2001-6-15", "2001-06-5", "20010615",
                "200", "20011", "+2001", "2001-", "2001-06-", "2001-06-15 ", " 2001-06-15", "2001‐06‐15", "199x",
                "２００１", "2001-06-15Z", "2001-W24-5", "2001-166", "y12345", "..", "...", "2001/2002/2003", "2001//2002",
                "2001-06-15\n", "T10:30:00", "/T10:30:00", "\u0000"
            })
    void takes_nothing_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(text));
    }

    @Test
    void asks_for_a_date_where_there_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(null))
                .withMessage("A date is needed.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(""))
                .withMessage("A date is needed.");
    }

    @Test
    void refuses_more_than_64_characters_without_repeating_them() {
        for (var text : List.of("2".repeat(100_000), "2001-06-15T10:30:00.123456789Z/".repeat(3))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PartialDate.parse(text))
                    .withMessage("A date can have at most 64 characters.");
        }
    }

    @Test
    void is_made_of_a_day() {
        assertThat(PartialDate.of(LocalDate.of(2012, 12, 19))).isEqualTo(PartialDate.parse("2012-12-19"));
        assertThat(PartialDate.of(LocalDate.of(-44, 3, 15))).isEqualTo(PartialDate.parse("-0044-03-15"));
    }

    @Test
    void is_made_of_any_day_that_java_knows() {
        assertThat(PartialDate.of(LocalDate.MAX).latest()).contains(LocalDate.MAX);
        assertThat(PartialDate.of(LocalDate.MIN).earliest()).contains(LocalDate.MIN);
    }

    @Test
    void is_written_as_its_expression() {
        assertThat(PartialDate.parse("2008~")).hasToString("2008~");
    }

    @Test
    void is_ordered_by_the_earliest_day_then_by_the_latest() {
        var inTime = Stream.of("../1996", "1996/1996-06", "1996", "1996/..", "1996-06", "1997")
                .map(PartialDate::parse)
                .toList();
        assertThat(inTime.reversed().stream().sorted(PartialDate.IN_TIME)).isEqualTo(inTime);
    }

    private static void assertBounds(String edtf, LocalDate earliest, LocalDate latest) {
        assertThat(PartialDate.parse(edtf))
                .isEqualTo(new PartialDate(edtf, Optional.of(earliest), Optional.of(latest), false));
    }
}

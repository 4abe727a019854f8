package org.depositary.vocabulary.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertaintyTest {

    @ParameterizedTest(name = "from {0} to {1}, on {2}: {3}")
    @CsvSource({
        "2001-06-15, , 2001-06-14, no",
        "2001-06-15, , 2001-06-15, certain",
        "2001-06-15, , 2026-01-01, certain",
        "2006-08-16, 2012-12-19, 2012-12-18, certain",
        "2006-08-16, 2012-12-19, 2012-12-19, no",
        "2006-08-16, 2006-08-16, 2006-08-16, no",
    })
    void includes_the_first_day_and_not_the_last(String start, String end, LocalDate day, String held) {
        assertHeld(start, end, day, held);
    }

    @ParameterizedTest(name = "from {0} to {1}, on {2}: {3}")
    @CsvSource({
        "1992, 1999, 1991-12-31, no",
        "1992, 1999, 1992-01-01, possible",
        "1992, 1999, 1992-12-30, possible",
        "1992, 1999, 1992-12-31, certain",
        "1992, 1999, 1998-12-31, certain",
        "1992, 1999, 1999-01-01, possible",
        "1992, 1999, 1999-12-30, possible",
        "1992, 1999, 1999-12-31, no",
        "2007/2010, , 2006-12-31, no",
        "2007/2010, , 2007-01-01, possible",
        "2007/2010, , 2010-12-31, certain",
        "1992, 1992, 1992-06-01, possible",
        "1992, 1992, 1992-12-31, no",
        "1992-06, 1992, 1992-05-31, no",
        "1992-06, 1992, 1992-06-30, possible",
    })
    void is_certain_between_the_bounds_and_possible_within_them(String start, String end, LocalDate day, String held) {
        assertHeld(start, end, day, held);
    }

    @ParameterizedTest(name = "from {0} to {1}, on {2}: {3}")
    @CsvSource({
        "2008~, , 2007-12-31, no",
        "2008~, , 2008-01-01, possible",
        "2008~, , 2008-12-31, possible",
        "2008~, , 2009-01-01, certain",
        "2001-06-15?, , 2001-06-15, possible",
        "2001-06-15?, , 2001-06-16, certain",
        "2001, 2005-03-01?, 2005-02-28, certain",
        "2001, 2005-03-01?, 2005-03-01, no",
        "2001, 2005?, 2005-01-01, possible",
        "2001, 2005?, 2005-12-31, no",
    })
    void is_never_certain_within_the_bounds_of_an_uncertain_date(String start, String end, LocalDate day, String held) {
        assertHeld(start, end, day, held);
    }

    @ParameterizedTest(name = "from {0} to {1}, on {2}: {3}")
    @CsvSource({
        "../2010, , 1800-01-01, possible",
        "../2010, , 2010-12-30, possible",
        "../2010, , 2010-12-31, certain",
        "2010/.., , 2009-12-31, no",
        "2010/.., , 2010-01-01, possible",
        "2010/.., , 2090-01-01, possible",
        "2001, ../2010, 2001-12-31, possible",
        "2001, ../2010, 2010-12-30, possible",
        "2001, ../2010, 2010-12-31, no",
        "2001, 2010/.., 2009-12-31, certain",
        "2001, 2010/.., 2010-01-01, possible",
        "2001, 2010/.., 2090-01-01, possible",
        "2001, /2010, 2005-01-01, possible",
    })
    void takes_an_open_side_as_infinitely_far(String start, String end, LocalDate day, String held) {
        assertHeld(start, end, day, held);
    }

    @Test
    void names_its_certainties_as_json_has_them() {
        assertThat(Certainty.CERTAIN.json()).isEqualTo("certain");
        assertThat(Certainty.POSSIBLE.json()).isEqualTo("possible");
    }

    private static void assertHeld(String start, String end, LocalDate day, String held) {
        var certainty = Certainty.onDay(
                day, PartialDate.parse(start), Optional.ofNullable(end).map(PartialDate::parse));
        assertThat(certainty.map(Certainty::json).orElse("no")).isEqualTo(held);
    }
}

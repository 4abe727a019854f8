package org.depositary.vocabulary.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.depositary.vocabulary.dates.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCoverageTest {

    private static final Source PLAIN = Source.reference("A yearbook", null);

    @ParameterizedTest
    @ValueSource(strings = {"1816/2014", "../2014", "1816/..", "2014", "1816/2014-06", "1990/1999~"})
    void a_coverage_is_an_edtf_interval_or_date(String covers) {
        assertThat(SourceCoverage.violation("#/covers", covers)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "until 2014", "2014/1816", "../..", "1816/", "../", "1816/201X"})
    void other_coverages_are_refused(String covers) {
        assertThat(SourceCoverage.violation("#/covers", covers))
                .hasValueSatisfying(violation -> assertThat(violation.pointer()).isEqualTo("#/covers"));
    }

    @Test
    void the_coverage_ends_with_the_last_day_of_the_source_that_speaks_longest() {
        var coverage = SourceCoverage.of(
                        List.of(PLAIN.withCovers("1816/2005"), PLAIN.withCovers("2010/2014"), PLAIN.withCovers("../")),
                        Map.of())
                .orElseThrow();
        assertThat(coverage.until()).isEqualTo(PartialDate.parse("2014"));
        assertThat(coverage.endsBefore(LocalDate.of(2014, 12, 31))).isFalse();
        assertThat(coverage.endsBefore(LocalDate.of(2015, 1, 1))).isTrue();
    }

    @Test
    void a_source_without_a_coverage_speaks_without_end() {
        assertThat(SourceCoverage.of(List.of(PLAIN.withCovers("1816/2005"), PLAIN), Map.of()))
                .isEmpty();
        assertThat(SourceCoverage.of(List.of(PLAIN.withCovers("1816/..")), Map.of()))
                .isEmpty();
    }

    @Test
    void the_coverage_of_a_set_goes_before_that_of_its_source() {
        var source = PLAIN.withSet("yearbook").withCovers("../2008");
        assertThat(until(source, Map.of("yearbook", "1816/2014"))).isEqualTo("2014");
        assertThat(until(source, Map.of("other", "1816/2014"))).isEqualTo("2008");
        assertThat(SourceCoverage.of(List.of(PLAIN.withSet("yearbook")), Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2008,../2008", "2008-05-01,../2008-05-01", "199X,../1999-12-31", "2007/2010,../2010", "2008~,../2008~"
    })
    void an_added_source_speaks_up_to_its_publication(String published, String covers) {
        var source = new Source(null, null, null, "A book", null, published, null, null, null, null);
        assertThat(SourceCoverage.ofAdded(source).covers()).isEqualTo(covers);
        assertThat(SourceCoverage.of(List.of(SourceCoverage.ofAdded(source)), Map.of()))
                .isPresent();
    }

    @Test
    void an_added_source_without_a_date_confirms_nothing() {
        var coverage = SourceCoverage.of(List.of(SourceCoverage.ofAdded(PLAIN)), Map.of())
                .orElseThrow();
        assertThat(coverage.endsBefore(LocalDate.MIN)).isTrue();
        assertThat(SourceCoverage.ofAdded(PLAIN.withCovers("../2020")).covers()).isEqualTo("../2020");
    }

    private static String until(Source source, Map<String, String> sets) {
        return SourceCoverage.of(List.of(source), sets).orElseThrow().until().edtf();
    }
}

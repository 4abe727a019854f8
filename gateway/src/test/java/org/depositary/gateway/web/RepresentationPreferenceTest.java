package org.depositary.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the choice between representations by quality and specificity. */
class RepresentationPreferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                              | JSON
            text/*                                           | HTML
            text/html, */*                                   | JSON
            text/html, */*;q=0.1                             | HTML
            application/json;q=0, */*                        | HTML
            text/*;q=0.3, text/html;q=0.7, */*;q=0.5         | HTML
            text/*, text/html;q=0.1, application/json;q=0.2  | BIBTEX
            text/html;q=half, */*                            | JSON
            nonsense, text/html                              | HTML
            image/png                                        |
            """)
    void the_best_representation_is_chosen(String accept, Representation best) {
        assertThat(Representation.preferred(accept).map(Representation.Chosen::representation))
                .isEqualTo(Optional.ofNullable(best));
    }

    @ParameterizedTest
    @CsvSource({"json", "html", "bibtex", "csl", "text"})
    void every_format_has_a_name(String label) {
        assertThat(Arrays.stream(Representation.values()).map(Representation::label))
                .contains(label);
        assertThat(Representation.named(label)).map(Representation::label).contains(label);
    }
}

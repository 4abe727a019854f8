package org.depositary.vocabulary.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareSumCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24 24 21 15 10 9 | shares sum to 103
            33.3 33.3 33.3   | shares sum to 99.9
            50               | shares sum to 50
            100 100          | shares sum to 200
            """)
    void percentages_that_do_not_add_up_are_told(String shares, String warning) {
        assertThat(ShareSumCheck.warning(
                        "percent",
                        Arrays.stream(shares.split(" ")).map(BigDecimal::new).toList()))
                .contains(warning);
    }

    @Test
    void a_whole_is_a_whole_however_it_is_written() {
        assertThat(ShareSumCheck.warning("percent", Arrays.asList(new BigDecimal("99.50"), new BigDecimal("0.5"))))
                .isEmpty();
    }

    @Test
    void nobody_knows_what_sums_of_money_add_up_to() {
        assertThat(ShareSumCheck.warning("USD", Arrays.asList(BigDecimal.ONE))).isEmpty();
    }
}

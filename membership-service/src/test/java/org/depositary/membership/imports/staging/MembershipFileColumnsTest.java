package org.depositary.membership.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipFileColumnsTest {

    private final MembershipFileColumns columns = new MembershipFileColumns(ImportRowKind.STATE_YEARS);

    @Test
    void the_required_columns_are_valid() {
        assertThat(columns.headerError(List.of("organization", "party", "year", "status", "source")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organization,party,year,status               | Column source is missing
            organization,year,status,source              | Column [party] is missing
            organization,party,year,status,source,colour | Unknown column 'colour'
            organization,party,year,year,status,source   | Column year occurs more than once
            """)
    void missing_unknown_and_duplicate_columns_are_errors(String header, String error) {
        assertThat(columns.headerError(List.of(header.split(","))))
                .hasValueSatisfying(text -> assertThat(text).startsWith(error));
    }
}

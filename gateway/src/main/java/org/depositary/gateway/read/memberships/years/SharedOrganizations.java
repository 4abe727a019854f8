package org.depositary.gateway.read.memberships.years;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.lists.CsvColumns;

/**
 * The number of organisations in which two parties were, at least possibly, at some time in a year.
 *
 * @param with the other party; its code sorts after that of the first
 */
@JsonInclude(Include.ALWAYS)
public record SharedOrganizations(
        int year,
        String party,
        String partyName,
        Optional<String> cow,
        Optional<String> gw,
        String with,
        String withName,
        Optional<String> withCow,
        Optional<String> withGw,
        int organizations) {

    public static final CsvColumns COLUMNS = CsvColumns.of(
            SharedOrganizations.class,
            List.of(
                    "year",
                    "party",
                    "party_name",
                    "cow",
                    "gw",
                    "with",
                    "with_name",
                    "with_cow",
                    "with_gw",
                    "organizations"),
            row -> List.of(
                    String.valueOf(row.year),
                    row.party,
                    row.partyName,
                    row.cow.orElse(""),
                    row.gw.orElse(""),
                    row.with,
                    row.withName,
                    row.withCow.orElse(""),
                    row.withGw.orElse(""),
                    String.valueOf(row.organizations)));
}

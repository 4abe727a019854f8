package org.depositary.gateway.read.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that a complete list has all pages, and that each is as of the same position. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class CompleteListTest {

    private static final ListSortKey KEY = new ListSortKey(List.of("n"), List.of("0"));
    private static final String NUMBERS =
            "SELECT n FROM generate_series(1, :last::int) n WHERE n > :after_n::int ORDER BY n LIMIT :limit";

    @Inject
    SnapshotReader snapshots;

    @Test
    void all_pages_fit_together() throws Exception {
        var now =
                new AsOfPoint(Optional.empty(), Optional.empty(), LocalDate.of(2005, 7, 5), LanguagePreference.ENGLISH);
        var asOf = snapshots.read(now, snapshot -> snapshot.position().asOf());
        var found = new ArrayList<Integer>();
        var positions = new HashSet<Cursor>();
        ListQuery<Integer, Integer> numbers = (snapshot, last, page) -> {
            var read = snapshot.page(NamedSql.of(NUMBERS).with("last", last), KEY, page, row -> row.number("n"));
            positions.add(snapshot.position().asOf().position().orElseThrow());
            return read;
        };
        new CompleteList(snapshots).read(numbers, 10_001, asOf, found::addAll);
        assertThat(found).hasSize(10_001).isSorted().doesNotHaveDuplicates();
        assertThat(positions).containsExactly(asOf.position().orElseThrow());
    }
}

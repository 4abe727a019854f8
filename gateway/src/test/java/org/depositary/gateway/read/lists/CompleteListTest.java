package org.depositary.gateway.read.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
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
        var asOf = now();
        var found = new ArrayList<Integer>();
        var positions = new HashSet<Cursor>();
        ListQuery<Integer, Integer> numbers = (snapshot, last, page) -> {
            positions.add(snapshot.position().asOf().position().orElseThrow());
            return page(snapshot, last, page);
        };
        new CompleteList(snapshots).read(numbers, 10_001, asOf, found::addAll);
        assertThat(found).hasSize(10_001).isSorted().doesNotHaveDuplicates();
        assertThat(positions).containsExactly(asOf.position().orElseThrow());
    }

    @Test
    void a_list_can_have_larger_pages() throws Exception {
        var found = new ArrayList<Integer>();
        var sizes = new ArrayList<Integer>();
        ListQuery<Integer, Integer> numbers = CompleteListTest::page;
        new CompleteList(snapshots).read(numbers.completeInPagesOf(4_000), 10_001, now(), items -> {
            sizes.add(items.size());
            found.addAll(items);
        });
        assertThat(sizes).containsExactly(4_000, 4_000, 2_001);
        assertThat(found).hasSize(10_001).isSorted().doesNotHaveDuplicates();
    }

    private AsOfPoint now() throws SQLException {
        var now =
                new AsOfPoint(Optional.empty(), Optional.empty(), LocalDate.of(2005, 7, 5), LanguagePreference.ENGLISH);
        return snapshots.read(now, snapshot -> snapshot.position().asOf());
    }

    private static KeysetPage<Integer> page(Snapshot snapshot, int last, PageRequest page) throws SQLException {
        return snapshot.page(NamedSql.of(NUMBERS).with("last", last), KEY, page, row -> row.number("n"));
    }
}

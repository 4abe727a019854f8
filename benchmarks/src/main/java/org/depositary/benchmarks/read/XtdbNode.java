package org.depositary.benchmarks.read;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.benchmarks.read.LargeMembershipSample.Membership;
import xtdb.api.IXtdb;
import xtdb.api.XtdbDocument;
import xtdb.api.tx.Transaction;

/** XTDB 1 in this process, with its log and documents on the same PostgreSQL and its indexes in memory. */
final class XtdbNode implements AutoCloseable {

    private static final int IN_ONE_TRANSACTION = 1_000;

    /** Selects the fields of a page of members at the valid time of the database. */
    private static final String QUESTION = """
            {:find [party (pull m [*])]
             :in [organization]
             :where [[m :organization organization] [m :party party] [m :status "member"]]
             :order-by [[party :asc]]
             :limit %d}
            """;

    private final IXtdb node;

    private XtdbNode(IXtdb node) {
        this.node = node;
    }

    static XtdbNode start(BenchmarkDatabase database) {
        var pool = Map.of(
                "xtdb/module",
                "xtdb.jdbc/->connection-pool",
                "dialect",
                Map.of("xtdb/module", "xtdb.jdbc.psql/->dialect"),
                "db-spec",
                Map.of(
                        "jdbcUrl",
                        database.url() + "?user=%s&password=%s".formatted(database.user(), database.password())));
        return new XtdbNode(IXtdb.startNode(Map.of(
                "pool", pool,
                "xtdb/tx-log", Map.of("xtdb/module", "xtdb.jdbc/->tx-log", "connection-pool", "pool"),
                "xtdb/document-store",
                        Map.of("xtdb/module", "xtdb.jdbc/->document-store", "connection-pool", "pool"))));
    }

    void put(List<Membership> memberships) {
        for (int from = 0; from < memberships.size(); from += IN_ONE_TRANSACTION) {
            var part = memberships.subList(from, Math.min(memberships.size(), from + IN_ONE_TRANSACTION));
            node.submitTx(Transaction.buildTx(transaction -> part.forEach(each -> put(transaction, each))));
        }
        node.sync(Duration.ofMinutes(5));
    }

    private static void put(Transaction.Builder transaction, Membership membership) {
        var document = XtdbDocument.builder(membership.opened().toString())
                .put("organization", membership.organization())
                .put("party", membership.party())
                .put("status", "member")
                .put("since", membership.from().toString())
                .put("sources", "[{\"title\": \"Yearbook of International Organizations\", \"published\": \"2020\"}]")
                .build();
        if (membership.lasts()) {
            transaction.put(document, date(membership.from()));
        } else {
            transaction.put(document, date(membership.from()), date(membership.to()));
        }
    }

    void members(String organization, LocalDate day) throws IOException {
        members(organization, day, 50);
    }

    /** Returns the number of members on the day, as of the newest transaction, like the request to the gateway. */
    int members(String organization, LocalDate day, int limit) throws IOException {
        try (var moment = node.openDB(date(day))) {
            return moment.query(QUESTION.formatted(limit), organization).size();
        }
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}

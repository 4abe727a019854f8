package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that the number of SQL statements of a query does not depend on the number of objects in its lists. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GraphQlStatementsTest {

    private static final String NESTED = """
            query($q: String, $n: Int) { organizations(q: $q, first: $n, on: "2005-07-05") { edges { node {
              id sources { title }
              members(first: 5) { edges { node { sources { title }
                organization { name }
                party { name names memberships(first: 2) { edges { node { organization { id } } } } } } } }
              timeline(first: 2) { edges { node { party { code } } } } } } } }
            """;
    private static final List<String> PARTIES = List.of("KZ", "RU", "CN");

    /** Counts statements by the messages of the driver. Requests are executed on worker threads; other work is not. */
    private static final class StatementCounter extends Handler implements AutoCloseable {

        private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

        private final AtomicInteger statements = new AtomicInteger();
        private final Level before = DRIVER.getLevel();

        StatementCounter() {
            setLevel(Level.ALL);
            DRIVER.addHandler(this);
            DRIVER.setUseParentHandlers(false);
            DRIVER.setLevel(Level.FINEST);
        }

        @Override
        public void publish(LogRecord message) {
            var thread = Thread.currentThread().getName();
            if (thread.startsWith("executor-thread") && message.getMessage().contains("FE=> Execute")) {
                statements.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            DRIVER.setLevel(before);
            DRIVER.setUseParentHandlers(true);
            DRIVER.removeHandler(this);
        }
    }

    private final String name = Register.slug("many");

    @Inject
    Register register;

    @Test
    void a_nested_query_takes_as_many_statements_for_50_organisations_as_for_5() {
        for (int i = 0; i < 50; i++) {
            var id = "%s-%02d".formatted(name, i);
            register.organization(id, "");
            PARTIES.forEach(party -> register.membershipChange(id, party, "accession", "2001-06-15"));
            register.after().get("/api/organizations/" + id).then().statusCode(200);
        }
        query(50);
        int five = statements(5);
        int fifty = statements(50);
        assertThat(five).isPositive().isLessThan(40);
        assertThat(fifty).isEqualTo(five);
    }

    private int statements(int organizations) {
        try (var counter = new StatementCounter()) {
            query(organizations);
            return counter.statements.get();
        }
    }

    private void query(int organizations) {
        var found = register.after()
                .contentType("application/json")
                .body(Map.of("query", NESTED, "variables", Map.of("q", name, "n", organizations)))
                .post("/graphql")
                .jsonPath();
        assertThat(found.<Object>get("errors")).isNull();
        assertThat(found.getList("data.organizations.edges")).hasSize(organizations);
        assertThat(found.getList("data.organizations.edges.node.members.edges.node.party.code"))
                .as("parties")
                .hasSize(organizations);
        assertThat(found.<Object>getList("data.organizations.edges[0].node.members.edges"))
                .hasSize(PARTIES.size());
    }
}

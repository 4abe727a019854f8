package org.depositary.benchmarks.read;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.depositary.benchmarks.fixture.HttpConnection;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** Generates an endless sequence of commands that record accessions, each in a stream of its own. */
final class AccessionCommandGenerator {

    private static final String CHANGE = """
            {"party": "%s", "change": "accession", "effective": "2001-06-15", "founding": true, \
            "note": "Named among the founders", \
            "sources": [{"title": "A Critical Evaluation", "author": "A. Author", "published": "2008", "locator": "p. 12"}]}""";

    private final String headers;
    private final List<String> parties = PartyLookup.all().stream()
            .filter(PartyLookup::isState)
            .map(Party::code)
            .sorted()
            .toList();
    private final AtomicLong next = new AtomicLong();

    AccessionCommandGenerator(String token) {
        this.headers = "Authorization: Bearer %s\r\nContent-Type: application/json\r\n".formatted(token);
    }

    /** Registers the organisations that this number of commands needs. */
    void register(URI gateway, int commands) throws IOException {
        try (var connection = new HttpConnection(gateway)) {
            for (int i = 0; i <= commands / parties.size(); i++) {
                var body = """
                        {"names": {"en": "Organisation %d"}, "sources": [{"title": "A yearbook"}]}""".formatted(i);
                require(connection.send("PUT", "/api/organizations/" + organization(i), headers, body));
            }
        }
    }

    /** Sends the next command. Returns the version of its stream, {@code <stream>@<version>}. */
    String send(HttpConnection connection) throws IOException {
        long number = next.getAndIncrement();
        var organization = organization(number / parties.size());
        var party = parties.get((int) (number % parties.size()));
        var path = "/api/organizations/%s/membership-changes".formatted(organization);
        require(connection.send("POST", path, headers, CHANGE.formatted(party)));
        return "membership:%s/%s@1".formatted(organization, party);
    }

    private static void require(HttpConnection.Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException("%d %s".formatted(answer.status(), answer.text()));
        }
    }

    private static String organization(long number) {
        return "busy-%04d".formatted(number);
    }
}

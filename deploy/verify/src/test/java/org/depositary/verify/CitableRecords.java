package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The addresses of one record of every kind in an installation with the starting register. */
record CitableRecords(TestInstallation installation) {

    private static final List<String> LISTS = List.of(
            "/api/organizations/sco/organs",
            "/api/organizations/sco/terms",
            "/api/organizations/sco/meetings",
            "/api/organizations/sco/relations",
            "/api/organizations/sco/contributions",
            "/api/organizations/sco/rules",
            "/api/parties/KZ/figures",
            "/api/exercises",
            "/api/instruments");

    List<String> addresses() {
        var reader = installation.client();
        var lists = LISTS.stream()
                .map(list -> reader.get(list + "?limit=1").expect(200).items());
        var listed = lists.flatMap(List::stream).map(item -> item.path("url").asText());
        return Stream.of(
                        Stream.of(
                                "/api/organizations/sco", "/api/parties/KZ", "/api/parties/csto", "/api/parties/SUHH"),
                        listed,
                        spans(reader),
                        changes().stream(),
                        document().stream())
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> spans(OriginClient reader) {
        return reader.get("/api/organizations/csto/timeline?limit=2").expect(200).items().stream()
                .map(item -> item.path("span").asText());
    }

    /**
     * Facts that are recorded, corrected, disputed and retracted, and the span of the retracted one. Their names have special
     * characters.
     */
    private List<String> changes() {
        var curator = installation.client().with(installation.token("curator"));
        var organization = "cited-" + UUID.randomUUID().toString().substring(0, 8);
        curator.put(
                        "/api/organizations/" + organization,
                        CommandBodies.organization("50 % of {A_b} & <Қазақстан> \\ #1"))
                .expect(201);
        var facts = new ArrayList<String>();
        for (var party : List.of("AT", "BE", "CH", "DE")) {
            facts.add(curator.post(
                            "/api/organizations/%s/membership-changes".formatted(organization),
                            CommandBodies.change(party, "accession", "2001~"))
                    .expect(201)
                    .header("Location"));
        }
        var reason =
                Map.of("reason", "Misread {twice}", "effective", "2002-05", "sources", List.of(CommandBodies.SOURCE));
        curator.post(facts.get(1) + "/corrections", reason).expect(201);
        var claim = Map.of("value", Map.of("effective", "2003"), "sources", List.of(CommandBodies.SOURCE));
        curator.post(facts.get(2) + "/claims", claim).expect(201);
        var retraction = curator.post(facts.get(3) + "/retraction", Map.of("reason", "It never happened"));
        curator.getAfter(retraction.expect(201).header("Depositary-Version"), facts.get(3))
                .expect(200);
        facts.add(facts.get(3).replace("/membership-changes/", "/memberships/"));
        return facts;
    }

    /** A public document and one of its passages. */
    private List<String> document() {
        var contributor = installation.client().with(installation.token("contributor"));
        var text = "Declaration of the towns %s\n\nThe towns <share> amber & salt.".formatted(UUID.randomUUID());
        var location = contributor
                .send(
                        "POST",
                        "/api/documents?filename=declaration.txt",
                        BodyPublishers.ofString(text),
                        "Content-Type",
                        "text/plain")
                .expect(202)
                .header("Location");
        var curator = installation.client().with(installation.token("curator"));
        var metadata = Map.of("rights", "public", "reason", "Published", "title", "Declaration {of} towns & salt");
        await("the document has its metadata")
                .until(() -> curator.put(location + "/metadata", metadata).status() == 200);
        var passages = await("anybody reads its passages")
                .until(
                        () -> installation.client().get(location + "/passages"),
                        answer -> answer.status() == 200 && !answer.items().isEmpty());
        var anchor = passages.items().getLast().path("anchor").asText();
        assertThat(anchor).isNotEmpty();
        return List.of(location, location + "/passages/" + anchor);
    }
}

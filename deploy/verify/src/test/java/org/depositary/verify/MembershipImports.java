package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Imports small files of state-years. */
record MembershipImports(TestInstallation installation) {

    private static final List<String> OUTCOMES =
            List.of("rows", "accepted", "known", "corrected", "retracted", "kept", "rejected");

    /** Sends the file. Returns the URL of the import. */
    String send(String set, String text) {
        return send("set=" + set, BodyPublishers.ofString(text));
    }

    /** An import that records nothing. */
    String rehearse(String set, String text) {
        return send("dry-run=true&set=" + set, BodyPublishers.ofString(text));
    }

    private String send(String query, BodyPublisher file) {
        return admin().send(
                        "POST",
                        "/api/imports/memberships?format=state-years&" + query,
                        file,
                        "Content-Type",
                        "text/csv")
                .expect(202)
                .header("Location");
    }

    JsonNode status(String location) {
        return admin().get(location).expect(200).body();
    }

    /** Waits until the import is completed. Returns its counts. */
    Map<String, Integer> completed(String location) {
        var ended = await("the end of " + location).until(() -> status(location), status -> !status.path("status")
                .asText()
                .equals("running"));
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("completed");
        return OUTCOMES.stream().collect(Collectors.toMap(Function.identity(), outcome -> ended.path(outcome)
                .asInt()));
    }

    /** Asserts that the register has the members of the file in every year. */
    void compare(StateYearFile file) {
        file.expected()
                .forEach((organization, years) ->
                        years.forEach((year, parties) -> assertThat(members(organization, year))
                                .as("%s in %d", organization, year)
                                .isEqualTo(parties)));
    }

    private Map<String, String> members(String organization, int year) {
        var path = "/api/organizations/%s/members?on=%d-07-01&limit=1000".formatted(organization, year);
        return installation.client().get(path).expect(200).items().stream()
                .collect(Collectors.toMap(member -> member.path("party").asText(), member -> member.path("status")
                        .asText()));
    }

    private OriginClient admin() {
        return installation.client().with(installation.token("admin"));
    }
}

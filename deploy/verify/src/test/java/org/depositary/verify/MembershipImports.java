package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;

/** Imports small files of state-years. */
record MembershipImports(TestInstallation installation) {

    /** Sends the file. Returns the URL of the import. */
    String send(String set, String text) {
        return sent().send("/api/imports/memberships?format=state-years&set=" + set, text);
    }

    /** An import that records nothing. */
    String rehearse(String set, String text) {
        return send(set + "&dry-run=true", text);
    }

    /** Waits until the import is completed. Returns its counts. */
    Map<String, Integer> completed(String location) {
        return sent().completed(location);
    }

    SentImports sent() {
        return new SentImports(installation);
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
}

package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** pandas reads the CSV of every list of the starting register to the same rows as the pages of JSON have. */
@ExtendWith(SharedInstallation.class)
class ListsInPandasTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT = Path.of("src/test/clients/lists.py").toAbsolutePath();
    private static final String SUFFIX = ".csv";

    /** Values for the parameters of paths that have many rows. */
    private static final Map<String, String> NAMES =
            Map.of("{organization}", "sco", "{code}", "KZ", "{instrument}", "sco-charter");

    private final TestInstallation installation;

    ListsInPandasTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void pandas_reads_every_list_as_the_pages_have_it() {
        recordDifficultTexts();
        var words = new ArrayList<>(List.of(
                PYTHON, SCRIPT.toString(), installation.client().origin().toString()));
        words.addAll(lists());
        assertThat(new SystemCommand(words).must()).contains("with Chinese, line breaks, quotes");
    }

    /** An exercise whose name has quotes, a line break, commas and Chinese characters, and begins like a formula. */
    private void recordDifficultTexts() {
        var admin = installation.client().with(installation.token("admin"));
        // A new organisation, because other tests count the exercises of the SCO.
        var organization = "pandas-" + UUID.randomUUID();
        admin.put("/api/organizations/" + organization, CommandBodies.organization("Pandas"))
                .expect(201);
        var exercise = Map.of(
                "name",
                "=\"Peace, Mission\"; 上海\n" + UUID.randomUUID(),
                "kind",
                "exercise",
                "status",
                "completed",
                "organizations",
                List.of(organization),
                "dates",
                "2007-08",
                "participants",
                List.of(Map.of("party", "CN", "role", "host")),
                "sources",
                List.of(Map.of("title", "A \"book\"")));
        var recorded = admin.post("/api/exercises", exercise);
        recorded.expect(201);
        var url = "/api/exercises/" + recorded.body().path("id").asText();
        await().until(() -> admin.get(url).status(), status -> status == 200);
    }

    /** Every list that the OpenAPI document describes as a file too. Pins the position, because other tests write. */
    private List<String> lists() {
        var client = installation.client();
        var document =
                client.get("/openapi", "Accept", "application/json").expect(200).body();
        var position = client.get("/api/organizations?limit=1").cursor();
        var lists = new ArrayList<String>();
        document.path("paths").properties().forEach(path -> {
            var list = path.getValue().path("get");
            if (list.path("x-list-format").asText().equals("csv")) {
                lists.add(named(path.getKey()) + pinned(list.path("parameters").findValuesAsText("name"), position));
            }
        });
        lists.removeIf(path -> path.contains("{"));
        assertThat(lists).hasSizeGreaterThan(20);
        return lists;
    }

    private static String named(String template) {
        var path = template.substring(0, template.length() - SUFFIX.length());
        for (var name : NAMES.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return path;
    }

    private static String pinned(List<String> parameters, String position) {
        if (!parameters.contains("known-at")) {
            return "?kind=exercise";
        }
        return "?known-at=" + position + (parameters.contains("by") ? "&by=pair" : "");
    }
}

package org.depositary.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.depositary.kubernetes.render.ProjectFiles;
import org.depositary.kubernetes.rules.DepositarySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** docs/settings.md lists every setting of every service, with its default. */
class SettingsTableTest {

    static final List<String> SERVICES =
            List.of("membership-service", "documents-service", "exercises-service", "gateway");

    private static final Pattern ROW =
            Pattern.compile("^\\| `(depositary\\.[^`]+)` \\| (?:`([^`]*)`)? *\\|", Pattern.MULTILINE);

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_table_of_a_service_has_every_setting_with_its_default(String service) {
        var documented = new TreeMap<String, String>();
        ROW.matcher(section(service))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        assertThat(documented).isEqualTo(DepositarySettings.of(service)).isNotEmpty();
    }

    @Test
    void every_variable_of_the_manifests_is_described() {
        var page = ProjectFiles.read("docs/settings.md");
        var variables = ProjectFiles.read("deploy/kubernetes/base/settings.env")
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(variables).isNotEmpty().allSatisfy(variable -> assertThat(page)
                .contains("`" + variable + "`"));
    }

    private static String section(String service) {
        var page = ProjectFiles.read("docs/settings.md");
        int start = page.indexOf("\n## " + service + "\n");
        assertThat(start).as("section of %s", service).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}

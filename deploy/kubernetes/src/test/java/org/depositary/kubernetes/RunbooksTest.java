package org.depositary.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Kubectl;
import org.depositary.kubernetes.render.ProjectFiles;
import org.junit.jupiter.api.Test;

/** The runbooks say which commands were run. Those that were are run here; links lead to files. */
class RunbooksTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```(sh|sql|yaml)(?: \\w+)?\\n((?s:.*?))^ *```$");
    private static final Pattern MARK = Pattern.compile("\\*(run here|not run)\\*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final String RUN = "*run here*";
    private static final List<String> DIRECTORIES =
            List.of("deploy/runbooks", "deploy/kubernetes", "deploy/monitoring", "deploy/images");

    @Test
    void every_block_of_commands_says_whether_it_was_run() {
        assertThat(pages()).hasSizeGreaterThan(4);
        var all = Stream.concat(pages().stream(), pagesWithoutKubernetes().stream());
        assertThat(all).allSatisfy(page -> {
            var text = ProjectFiles.read(page);
            int from = 0;
            for (var block : BLOCK.matcher(text).results().toList()) {
                var before = text.substring(from, block.start());
                assertThat(MARK.matcher(before).results())
                        .as("marks in %s before%n%s", page, block.group(2))
                        .hasSize(1);
                from = block.end();
            }
        });
    }

    @Test
    void commands_that_are_marked_as_run_are_run() throws Exception {
        int run = 0;
        for (var page : pages()) {
            var text = ProjectFiles.read(page);
            for (var block : BLOCK.matcher(text).results().toList()) {
                if (text.substring(0, block.start()).stripTrailing().endsWith(RUN)) {
                    shell(block.group(2));
                    run++;
                }
            }
        }
        assertThat(run).isPositive();
    }

    /** They need a whole installation. */
    @Test
    void commands_that_are_marked_as_run_on_other_pages_are_run_by_a_drill() {
        var drills = ProjectFiles.list("deploy/verify/src/test/java/org/depositary/verify", ".java").stream()
                .map(ProjectFiles::read)
                .toList();
        var tested = pagesWithoutKubernetes().stream()
                .filter(page -> ProjectFiles.read(page).contains(RUN + "\n"))
                .map(page -> page.getFileName().toString().replace(".md", ""))
                .toList();
        assertThat(tested).hasSizeGreaterThan(3).allSatisfy(page -> assertThat(drills)
                .anyMatch(drill -> drill.contains("Runbook.of(\"%s\"".formatted(page))));
    }

    @Test
    void every_link_of_the_operators_pages_leads_to_a_file() {
        for (var directory : DIRECTORIES) {
            for (var page : ProjectFiles.list(directory, ".md")) {
                assertThat(LINK.matcher(ProjectFiles.read(page)).results().map(link -> link.group(1)))
                        .as("links of %s", page)
                        .allSatisfy(link -> assertThat(Files.exists(page.resolveSibling(link)))
                                .as(link)
                                .isTrue());
            }
        }
    }

    private static List<Path> pages() {
        return ProjectFiles.list("deploy/runbooks/kubernetes", ".md");
    }

    /** But for the table of contents. */
    private static List<Path> pagesWithoutKubernetes() {
        return ProjectFiles.list("deploy/runbooks", ".md").stream()
                .filter(page -> !page.endsWith("README.md"))
                .filter(page -> !pages().contains(page))
                .toList();
    }

    private static void shell(String commands) throws Exception {
        var builder = new ProcessBuilder("sh", "-euc", commands)
                .directory(ProjectFiles.ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", Kubectl.directory().toString(), (path, own) -> own + ":" + path);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}

package org.depositary.documents.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.depositary.documents.extraction.ExtractedDocument;
import org.depositary.documents.extraction.samples.BadFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty bad files, one of each kind. {@code ./depositary drill files} uploads all of them. */
class BadFilesTest {

    private static final Set<String> CHOSEN = Set.of(
            "zip bomb of 400 MB",
            "20,000 entries",
            "zip slip",
            "encrypted Word document",
            "encrypted PDF file",
            "Word document cut at 50 percent",
            "PDF file cut at 50 percent",
            "100,000 nested tags in an OpenDocument text",
            "billion laughs in a Word document",
            "XXE to the network",
            "external template in a Word document",
            "XML that is not closed",
            "PDF file with a page tree that loops",
            "PDF file with an XFA form",
            "rich text with 100,000 groups",
            "older Office signature and noise",
            "NUL bytes",
            "one line of 5 MB",
            "dates that backtrack",
            "a Word document named as page");

    private static BadFileCheck check;

    @BeforeAll
    static void start() throws IOException {
        check = new BadFileCheck(ExtractedDocument.LIMITS);
    }

    @AfterAll
    static void stop() throws IOException {
        check.close();
    }

    static List<BadFile> files() {
        return check.files().stream()
                .filter(file -> CHOSEN.contains(file.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_has_the_right_status(BadFile file) throws Exception {
        check.check(file);
    }

    @Test
    void the_collection_has_more_than_a_hundred_and_each_of_the_chosen() {
        assertThat(check.files())
                .hasSizeGreaterThan(100)
                .extracting(BadFile::name)
                .doesNotHaveDuplicates();
        assertThat(files()).hasSize(CHOSEN.size());
    }
}

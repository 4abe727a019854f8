package org.depositary.vocabulary.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In a virtual machine of its own, where no other test has looked up a name before. */
class CodesWithoutNamesTest {

    @Test
    void only_a_name_builds_the_index_of_names() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Resolving.class.getName())
                .redirectErrorStream(true)
                .start();
        var classes = new String(process.getInputStream().readAllBytes());
        var codes = classes.substring(0, classes.indexOf(Resolving.CODES_DONE));
        assertThat(codes).contains(LetterStateCodes.class.getName()).doesNotContain(StateNameIndex.class.getName());
        assertThat(classes).contains(StateNameIndex.class.getName());
    }

    /** What runs there. */
    static final class Resolving {

        private static final String CODES_DONE = "(codes are done)";

        private Resolving() {}

        public static void main(String[] none) {
            List.of("KZ", "KAZ", "SUHH", "cow:365", "gw:710", "m49:156").forEach(Resolving::resolve);
            System.out.println(CODES_DONE);
            resolve("Kazachstan");
        }

        private static void resolve(String input) {
            PartyLookup.resolve(input, Optional.empty());
        }
    }
}

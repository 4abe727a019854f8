package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.Flaws;

/**
 * What an exercise was for.
 *
 * @param declared as those who held it say
 * @param assessed as the source judges
 */
public record Purpose(Optional<String> declared, Optional<String> assessed) {

    private static final int LONGEST = 5_000;

    void check(Flaws flaws, String pointer) {
        flaws.unless(declared.isPresent() || assessed.isPresent(), pointer, "A purpose is declared, assessed or both.");
        flaws.text(pointer + "/declared", declared, LONGEST);
        flaws.text(pointer + "/assessed", assessed, LONGEST);
    }
}

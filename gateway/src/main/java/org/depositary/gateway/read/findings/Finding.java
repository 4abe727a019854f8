package org.depositary.gateway.read.findings;

import java.util.List;
import org.depositary.vocabulary.sources.Source;

/**
 * A possible error in the register. It is only a hint, because errors of sources are recorded unchanged.
 *
 * @param kind the name of a {@link FindingKind} in lower case, such as {@code no-passage}
 * @param detail description of the finding in a sentence
 * @param facts the fact or document that the finding is about, then the facts that contradict it
 * @param organizations organisations that the fact names; for a possible duplicate, those of both exercises
 * @param parties parties that the fact names, likewise
 * @param sources sources of the fact; empty for a document
 */
public record Finding(
        String kind,
        String detail,
        List<String> facts,
        List<String> organizations,
        List<String> parties,
        List<Source> sources) {}

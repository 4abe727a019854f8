package org.depositary.gateway.read.findings;

import java.util.List;
import org.depositary.vocabulary.sources.Source;

/**
 * Something that looks wrong. It is a hint and no verdict: what sources have wrong is recorded as they have it.
 *
 * @param kind {@code contradiction}, {@code sum}, {@code quotient}, {@code place}, {@code overlap},
 *     {@code unregistered}, {@code no-passage}
 * @param detail what it is, in a sentence
 * @param facts the fact that it is about, then those that it does not fit together with
 * @param organizations that the fact names
 * @param parties that the fact names
 * @param sources of the fact
 */
public record Finding(
        String kind,
        String detail,
        List<String> facts,
        List<String> organizations,
        List<String> parties,
        List<Source> sources) {}

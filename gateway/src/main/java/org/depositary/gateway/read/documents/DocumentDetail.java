package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.depositary.gateway.read.facts.FactRecording;

/**
 * A document with every event of it.
 *
 * @param sameTextAs ids of the others with exactly this text
 */
public record DocumentDetail(
        @JsonUnwrapped DocumentItem document, List<String> sameTextAs, List<FactRecording> recordings) {}

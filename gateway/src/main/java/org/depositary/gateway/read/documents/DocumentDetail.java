package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.depositary.gateway.read.facts.FactRecording;

/**
 * A document with all its events.
 *
 * @param sameTextAs ids of the other documents with exactly the same text
 */
public record DocumentDetail(
        @JsonUnwrapped DocumentItem document, List<String> sameTextAs, List<FactRecording> recordings) {}

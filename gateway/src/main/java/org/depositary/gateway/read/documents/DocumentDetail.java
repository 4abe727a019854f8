package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.depositary.gateway.read.facts.FactRecording;

/**
 * A document with all its events.
 *
 * @param sameTextAs ids of the other documents with the same text, apart from white space and Unicode form
 * @param nearDuplicates other documents with almost the same text, the most similar first
 */
public record DocumentDetail(
        @JsonUnwrapped DocumentItem document,
        List<String> sameTextAs,
        List<FactRecording> recordings,
        List<NearDuplicate> nearDuplicates) {}

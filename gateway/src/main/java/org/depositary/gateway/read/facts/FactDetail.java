package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A fact with all its events. */
public record FactDetail(@JsonUnwrapped FactItem fact, List<FactRecording> recordings) {

    public static FactDetail of(FactReads.Known known, List<FactRecording> recordings) {
        return new FactDetail(FactItem.of(known), recordings);
    }
}

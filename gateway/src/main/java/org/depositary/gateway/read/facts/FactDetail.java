package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A fact with every event of it. */
public record FactDetail(@JsonUnwrapped FactItem fact, List<Recording> recordings) {

    public static FactDetail of(FactReads.Known known, List<Recording> recordings) {
        return new FactDetail(FactItem.of(known), recordings);
    }
}

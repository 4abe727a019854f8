package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A fact with every event of it. */
record FactInFull(@JsonUnwrapped Fact fact, List<Recording> recordings) {

    static FactInFull of(Facts.Known known, List<Recording> recordings) {
        return new FactInFull(Fact.of(known), recordings);
    }
}

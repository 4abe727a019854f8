package org.depositary.gateway.projection.instruments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.Dispute;

/**
 * A row of table {@code instrument}: one version of an instrument.
 *
 * @param described id, acronym and names in lower case
 * @param inForceEdtf the entry into force as a source states it
 * @param ratifications the number that the rule of entry into force requires
 * @param after the time after the last of them, an ISO 8601 duration
 */
record InstrumentRow(
        String id,
        String type,
        String described,
        List<String> organizations,
        List<String> parties,
        Optional<String> inForceEdtf,
        Optional<DateBound> inForceEarliest,
        Optional<DateBound> inForceLatest,
        Optional<Boolean> inForceUncertain,
        Optional<String> terminatedEdtf,
        Optional<DateBound> terminatedEarliest,
        Optional<DateBound> terminatedLatest,
        Optional<Boolean> terminatedUncertain,
        Optional<Long> ratifications,
        Optional<String> after,
        ObjectNode statement,
        ArrayNode sources,
        Optional<Dispute> dispute,
        boolean stands,
        Optional<ObjectNode> retracted) {}

package org.depositary.gateway.projection.organizations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.Dispute;

/**
 * A row of {@code organization}.
 *
 * @param statement as registered
 * @param changes standing dated changes in time, {@code [{"id", "statement", "sources", "dispute"}]}
 * @param dissolvedEdtf when the first dissolution took effect
 */
record OrganizationRow(
        String id,
        ObjectNode statement,
        ArrayNode changes,
        ArrayNode sources,
        Optional<Dispute> dispute,
        boolean stands,
        Optional<ObjectNode> retracted,
        Optional<String> predecessor,
        List<String> successors,
        Optional<String> dissolvedEdtf,
        Optional<DateBound> dissolvedEarliest,
        Optional<DateBound> dissolvedLatest,
        Optional<Boolean> dissolvedUncertain) {}

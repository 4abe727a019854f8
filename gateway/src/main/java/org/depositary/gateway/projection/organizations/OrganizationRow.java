package org.depositary.gateway.projection.organizations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.Dispute;

/**
 * A row of table {@code organization}: one version of an organisation.
 *
 * @param statement the fields of the registration
 * @param changes dated changes that are not retracted or denied, by effective date: {@code [{"id", "statement",
 *     "sources", "dispute"}]}
 * @param dissolvedEdtf effective date of the first dissolution
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

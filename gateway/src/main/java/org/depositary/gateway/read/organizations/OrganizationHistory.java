package org.depositary.gateway.read.organizations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.depositary.gateway.read.organizations.OrganizationDetail.DatedChange;

/** An organisation on a day, with the dated changes of all times. */
public record OrganizationHistory(@JsonUnwrapped OrganizationItem organization, List<DatedChange> changes) {

    String id() {
        return organization.id();
    }
}

package org.depositary.membership.imports.decision;

import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;

record FileMembershipChange(int line, SourcedChange sourced) {

    MembershipChange change() {
        return sourced.change();
    }
}

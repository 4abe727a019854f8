package org.depositary.membership.imports.decision;

import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;

/**
 * A change that a file says.
 *
 * @param line where
 */
record FileChange(int line, SourcedChange statement) {

    MembershipChange change() {
        return statement.change();
    }
}
